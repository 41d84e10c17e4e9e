// The front door of identity, for other modules: who somebody is.
#pragma once
#include <string>
#include <string_view>
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

// Whether there is an active account.
bool exists(db::ReadTx&, UserId);

// Who holds a session token; a guest when nobody does.
Who identify(db::ReadTx&, std::string_view token, Instant now);

}  // namespace meadow::identity
