// What most journeys need of the community: a note that others read.
//
//     const std::string note = publishes(ada, "Autumn lipstick");
//     const std::string note = publishes(ada, "Autumn lipstick", R"("products":["prd_…"],"visibility":"friends")");
#pragma once
#include <string>

#include "support/town.hpp"

namespace meadow::testing {

// The JSON of a note with one picture of this person's; `more`: further members, without braces.
std::string note_json(Person&, const std::string& title, const std::string& more = "");
// Publishes it; its id.
std::string publishes(Person&, const std::string& title, const std::string& more = "");
// Both follow each other.
void befriend(Person&, Person&);
// Governance decides about a note, a comment or a product (its id text), and the town has heard it.
void verdict(Town&, const std::string& subject, bool hidden);

}  // namespace meadow::testing
