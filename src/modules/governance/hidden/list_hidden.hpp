#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/governance/events.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::governance {

struct ListHidden {
    SubjectKind kind{};
    std::optional<Text<1, 60>> q;   // words that its title or text contains; all when absent
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListHidden, (), (kind, q, cursor, limit))

// Something a verdict hides.
struct HiddenSubject {
    std::string subject;                      // id text
    std::string title;
    std::string text;
    std::optional<identity::PersonCard> by;   // absent when they have left
    Instant at;                               // when it was made
};
BOOST_DESCRIBE_STRUCT(HiddenSubject, (), (subject, title, text, by, at))

// For moderators, the newest first. Search does not know what is hidden, so this reads all of it: there is little.
Result<Page<HiddenSubject>> list_hidden(ReadCtx&, const ListHidden&);

}  // namespace meadow::governance
