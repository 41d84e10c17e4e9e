// The front door of governance: what staff did, written down where nobody can take it back, and what must be seen to decide.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/context.hpp"
#include "modules/governance/events.hpp"

namespace meadow::governance {

// Enters a staff action into the audit log, in the same transaction as the action. `action`: "catalog.approve_product".
// `before` and `after` are JSON, or empty.
void audit(WriteCtx&, std::string_view action, SubjectRef, std::string_view reason, std::string_view before = {}, std::string_view after = {});

// What a moderator must see of a subject to decide about it, whoever else may see it.
struct Exhibit {
    std::string subject;              // id text
    std::string title;
    std::string text;
    std::vector<MediaId> pictures;
    UserId author;
    std::string page;                 // id text of the note or product on whose page it stands; empty: it has a page of its own
    bool hidden = false;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Exhibit, (), (subject, title, text, pictures, author, page, hidden, made_at))

// Whoever owns subjects of a kind adds its source at wiring: governance itself knows them by number only.
class Exhibits {
public:
    // Those of these that exist and nobody deleted, in no particular order.
    using Source = std::function<std::vector<Exhibit>(db::ReadTx&, const std::vector<std::int64_t>&)>;
    // The numbers below `before` of those that a verdict hides and whose words are `like` a pattern in lower case whose escape is '!': at
    // most `limit`, the greatest first.
    using Hidden = std::function<std::vector<std::int64_t>(db::ReadTx&, const std::string& like, std::int64_t before, std::int64_t limit)>;
    void add(SubjectKind kind, Source source, Hidden hidden = {}) { kinds_[kind] = {std::move(source), std::move(hidden)}; }
    std::vector<Exhibit> of(db::ReadTx&, const std::vector<SubjectRef>&) const;
    // None of a kind that is not searched for what is hidden.
    std::vector<std::int64_t> hidden(db::ReadTx&, SubjectKind, const std::string& like, std::int64_t before, std::int64_t limit) const;

private:
    struct Kind {
        Source source;
        Hidden hidden;
    };
    std::map<SubjectKind, Kind> kinds_;
};

}  // namespace meadow::governance
