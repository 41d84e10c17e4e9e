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
    const auto note = parse_id(NoteId::prefix(), subject);
    reached.subject.kind = note ? governance::SubjectKind::note : governance::SubjectKind::comment;
    reached.subject.id = note ? *note : parse_id(CommentId::prefix(), subject).value();
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
