#include "support/gazette.hpp"

#include "base/json.hpp"
#include "modules/governance/events.hpp"
#include "support/market.hpp"

namespace meadow::testing {

std::string note_json(Person& person, const std::string& title, const std::string& more)
{
    std::string quoted;
    write_json_string(title, quoted);
    return R"({"title":)" + quoted + R"(,"text":"What I think of it","media":[")" + picture(person) + R"("])" + (more.empty() ? "" : "," + more) + "}";
}

std::string publishes(Person& person, const std::string& title, const std::string& more)
{
    return person.post("/v1/notes", note_json(person, title, more)).is(201).text("/id");
}

void befriend(Person& a, Person& b)
{
    a.put("/v1/users/" + b.id() + "/follow").is(204);
    b.put("/v1/users/" + a.id() + "/follow").is(204);
}

void verdict(Town& town, const std::string& subject, bool hidden)
{
    governance::VerdictReached reached;
    const auto is = [&](governance::SubjectKind kind, std::string_view prefix) {
        const auto id = parse_id(prefix, subject);
        if (id) reached.subject = {kind, *id};
        return id.has_value();
    };
    if (!is(governance::SubjectKind::note, NoteId::prefix()) && !is(governance::SubjectKind::comment, CommentId::prefix()) &&
        !is(governance::SubjectKind::product, ProductId::prefix()))
        throw std::invalid_argument("no verdict is spoken here about " + subject);
    reached.hidden = hidden;
    reached.reason = "reported";
    reached.at = town.now();
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        ctx.tell(reached);
        return true;
    });
    town.settles();
}

}  // namespace meadow::testing
