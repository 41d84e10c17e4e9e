// The front door of identity, for other modules: who somebody is.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "db/tx.hpp"
#include "jobs/context.hpp"

namespace meadow::identity {

// What is shown wherever a person appears.
struct PersonCard {
    UserId id;
    std::string handle;
    std::string name;
    MediaId avatar;
    std::string official;   // the brand this account officially speaks for; empty for people
};
BOOST_DESCRIBE_STRUCT(PersonCard, (), (id, handle, name, avatar, official))

// Cards of those that exist and are active, in no particular order. Deleted and suspended people have none.
std::vector<PersonCard> person_cards(db::ReadTx&, const std::vector<UserId>&);

// The cards of all who are active after an id, in id order: for rebuilding what is derived.
std::vector<PersonCard> people_after(db::ReadTx&, UserId, std::int64_t limit);

// Whether there is an active account.
bool exists(db::ReadTx&, UserId);

// Whether one of the two blocks the other: then neither follows, mentions, comments on or writes to the other.
bool blocked_between(db::ReadTx&, UserId, UserId);
// Those of `others` who block `who` or are blocked: left out of lists that `who` reads.
std::vector<UserId> blocked_with(db::ReadTx&, UserId who, const std::vector<UserId>& others);

// For the export of a person's data: every module that keeps some adds a section at wiring.
class DataContributors {
public:
    // Everything the module knows about the person, as JSON: an object or a list.
    using Section = std::function<std::string(ReadCtx&, UserId)>;
    void add(std::string name, Section section) { sections_.emplace_back(std::move(name), std::move(section)); }
    const std::vector<std::pair<std::string, Section>>& sections() const { return sections_; }

private:
    std::vector<std::pair<std::string, Section>> sections_;
};

// Who is active and has this handle, written in any case.
std::optional<UserId> person_called(db::ReadTx&, std::string_view handle);

// Who holds a session token; a guest when nobody does.
Who identify(db::ReadTx&, std::string_view token, Instant now);

}  // namespace meadow::identity
