// Where the rows of one batch are entered, inside one transaction: the context, the names known, the pictures, and the tally.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/import/external_names.hpp"
#include "app/import/pictures.hpp"
#include "app/import/row_reader.hpp"
#include "jobs/context.hpp"

namespace meadow::app {

struct Tally {
    std::int64_t entered = 0, updated = 0, unchanged = 0, rejected = 0;
    std::int64_t rows() const { return entered + updated + unchanged + rejected; }
};

template <class Row>
struct Numbered {
    std::uint64_t line = 0;
    std::int64_t content_hash = 0;
    Row row;
};
template <class Row>
using Rows = std::span<const Numbered<Row>>;

constexpr std::size_t guarded_rows = 100;

struct Desk {
    WriteCtx& ctx;
    ExternalNames& names;
    const Pictures& pictures;
    const bool dry;                       // check what the file says and names; write nothing
    Tally tally = {};
    std::vector<Rejection> rejections = {};
    std::unordered_set<std::string> pictures_kept = {};   // whose files this transaction has written

    void reject(std::uint64_t line, std::string column, std::string reason)
    {
        ++tally.rejected;
        rejections.push_back({line, std::move(column), std::move(reason)});
    }
    void reject(std::uint64_t line, const Refusal& refusal);

    // The id of what another row must name, or nothing after rejecting this one.
    template <class SomeId>
    std::optional<SomeId> needs(std::uint64_t line, std::string_view column, Kind kind, std::string_view name)
    {
        const auto id = names.id_of<SomeId>(kind, name);
        if (!id) reject(line, std::string(column), "there is no " + name_of(kind) + " called " + std::string(name));
        return id;
    }

    // Goes through rows whose content may be given again. What is as before is skipped; for any other, `enter(row, id)` is asked, where the id
    // is 0 for a name that is new, and gives the id the name has from now on, or nothing after rejecting the row.
    template <class SomeId, class Row, class Enter>
    void each_changed(Kind kind, Rows<Row> rows, Enter&& enter)
    {
        for (const Numbered<Row>& one : rows) {
            const auto* const known = names.find(kind, one.row.id);
            if (known != nullptr && known->content_hash == one.content_hash) {
                ++tally.unchanged;
                continue;
            }
            const bool is_new = known == nullptr;
            const std::optional<SomeId> id = enter(one, is_new ? SomeId{} : SomeId{known->id});
            if (!id) continue;
            if (is_new) names.enter(kind, one.row.id, id->value, one.content_hash);
            else names.changed(kind, one.row.id, one.content_hash);
            ++(is_new ? tally.entered : tally.updated);
        }
    }

    // Runs `verb(WriteCtx&)` as somebody; a refusal rejects the row. True when it was done. The verb refuses before it writes.
    template <class Verb>
    bool as(UserId user, std::uint64_t line, Verb&& verb)
    {
        const Who who{user, {}, 0};
        WriteCtx own({ctx.tx, ctx.now, who, ctx.settings, ctx.adapters, ctx.reply, {}}, ctx.tx, ctx.dice, ctx.ids, ctx.told);
        const Done done = verb(own);
        if (!done.ok()) reject(line, done.refusal());
        return done.ok();
    }

    // The same for a verb that may refuse after it has written: nothing of it is left behind. Each costs the more the more the
    // transaction has written before (SQLite walks its statement journal), so only batches of `guarded_rows` use it.
    template <class Verb>
    bool guarded(UserId user, std::uint64_t line, Verb&& verb)
    {
        const std::size_t told = ctx.told.size();
        db::Connection& connection = ctx.tx.connection();
        connection.savepoint();
        if (as(user, line, verb)) {
            connection.release_savepoint();
            return true;
        }
        connection.rollback_to_savepoint();
        pictures_kept.clear();
        ctx.told.erase(ctx.told.begin() + std::ptrdiff_t(told), ctx.told.end());
        return false;
    }
};

// Entered for the first time, entered again with other content, or the same as before: skipped.
void enter_people(Desk&, Rows<struct PersonRow>);
void enter_shops(Desk&, Rows<struct ShopRow>);
void enter_products(Desk&, Rows<struct ProductRow>);
void enter_notes(Desk&, Rows<struct NoteRow>);
void enter_comments(Desk&, Rows<struct CommentRow>);
void enter_interactions(Desk&, Rows<struct InteractionRow>);

}  // namespace meadow::app
