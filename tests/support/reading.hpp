// What journeys through the feed need.
#pragma once
#include <string>
#include <vector>

#include "support/town.hpp"

namespace meadow::testing {

// The ids of a page's items.
std::vector<std::string> ids_of(const Answer& page);
// Time goes by, and the discovery diary is kept as it is a few times a second.
void passes(Town&, Duration);
// A note with this text, "#tea#" for a topic; its id.
std::string writes(Person& author, const std::string& title, const std::string& text);
// The body of POST /v1/feed/answers that says a note was opened.
std::string opened(const std::string& event, const std::string& note);

}  // namespace meadow::testing
