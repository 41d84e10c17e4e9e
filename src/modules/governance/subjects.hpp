// Subjects as people see them: the id text of a note, a comment, a product, a shop, a person or a review.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "modules/governance/events.hpp"

namespace meadow::governance {

// "nte_00B5Z8Q1T4G0K" is note 12345… Nothing for ids of other nouns.
std::optional<SubjectRef> parse_subject(std::string_view id_text);
std::string text(SubjectRef);

}  // namespace meadow::governance
