#include "app/import/desk.hpp"
#include "app/import/rows.hpp"
#include "modules/community/events.hpp"
#include "modules/community/notes/compose.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::app {
namespace {

std::vector<std::string_view> split(std::string_view list)
{
    std::vector<std::string_view> out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('|'), list.size());
        if (end > 0) out.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

std::string_view products_of(const NoteRow& row) { return row.products ? std::string_view(*row.products) : std::string_view{}; }

Result<community::NoteContent> content_of(const ExternalNames& names, const NoteRow& row)
{
    community::NoteContent out;
    out.title = row.title.value_or(Text<0, 40>{});
    out.text = row.text.value_or(Text<0, 2000>{});
    for (const std::string_view name : split(products_of(row))) {
        const auto id = names.id_of<ProductId>(Kind::product, name);
        if (!id) return refuse(bad_input, "", {{"/products", "there is no product called " + std::string(name)}});
        out.products.push_back(*id);
    }
    if (out.products.size() > std::size_t(decltype(out.products)::max)) return refuse(bad_input, "", {{"/products", "are at most 9"}});
    if (row.place) out.place = community::Place{Text<1, 60>(std::string(*row.place)), row.latitude, row.longitude};
    else if (row.latitude || row.longitude) return refuse(bad_input, "", {{"/place", "must say what the coordinates are called"}});
    if (out.title.empty() && out.text.empty()) return refuse(bad_input, "", {{"/text", "or the title must say something"}});
    auto faults = community::faults_of_draft(out);
    if (!faults.empty()) return refuse(bad_input, "", std::move(faults));
    return out;
}

// Refuses before it writes.
Done write(WriteCtx& ctx, Desk& desk, const NoteRow& row, NoteId id)
{
    const auto content = TRY(content_of(desk.names, row));
    const auto pictures = desk.pictures.named(row.pictures.value_or(NameList{}), row.id);
    if (pictures.empty() || pictures.size() > std::size_t(decltype(content.media)::max))
        return refuse(bad_input, "", {{"/pictures", "must be 1 to 18"}});
    community::Note note;
    note.author = ctx.who.user;
    note = TRY(community::compose(ctx.tx, content, note));
    for (const std::string& name : pictures) note.media.push_back(desk.pictures.give(ctx, note.author, name, desk.pictures_kept));
    note.id = id;
    note.state = community::NoteState::published;
    note.created_at = note.published_at = row.published.value_or(ctx.now);
    community::store::insert_note(ctx.tx, note);
    community::store::append_move(ctx.tx, {note.author, id, ctx.ids.next(), community::NoteState::draft, note.state, note.author, "imported", ctx.now});
    // Whom it mentions is not told: it was said long ago.
    ctx.tell(community::NotePublished{id, note.author, note.published_at});
    return done();
}

// Pictures stay as they are.
Done change(WriteCtx& ctx, Desk& desk, const NoteRow& row, NoteId id)
{
    const auto before = community::store::find_note(ctx.tx, ctx.who.user, id);
    if (!before || before->state == community::NoteState::deleted) return refuse(not_found, "The note is gone, or somebody else's");
    auto content = TRY(content_of(desk.names, row));
    content.media = before->media;
    community::Note after = TRY(community::compose(ctx.tx, content, *before));
    after.edited_at = ctx.now;
    if (!community::store::replace_content(ctx.tx, *before, after, before->version)) return refuse(community::note_changed);
    if (after.audience() == community::Audience::everybody) ctx.tell(community::NotePublished{id, after.author, after.published_at});
    return done();
}

}  // namespace

void enter_notes(Desk& desk, Rows<NoteRow> rows)
{
    std::vector<std::string_view> names, authors, products;
    for (const auto& one : rows) {
        names.push_back(one.row.id);
        authors.push_back(one.row.author);
        for (const std::string_view product : split(products_of(one.row))) products.push_back(product);
    }
    desk.names.look_up(Kind::note, names);
    desk.names.look_up(Kind::person, authors);
    desk.names.look_up(Kind::product, products);
    desk.each_changed<NoteId>(Kind::note, rows, [&](const Numbered<NoteRow>& one, NoteId known) -> std::optional<NoteId> {
        const auto author = desk.needs<UserId>(one.line, "author", Kind::person, one.row.author);
        if (!author) return {};
        const NoteId id = known ? known : desk.ctx.new_id<NoteId>();
        if (desk.dry) {
            const auto content = content_of(desk.names, one.row);
            if (content.ok()) return id;
            desk.reject(one.line, content.refusal());
            return {};
        }
        const auto enter = [&](WriteCtx& ctx) { return known ? change(ctx, desk, one.row, id) : write(ctx, desk, one.row, id); };
        if (!desk.as(*author, one.line, enter)) return {};
        return id;
    });
}

}  // namespace meadow::app
