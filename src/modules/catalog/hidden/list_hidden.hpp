#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::catalog {

struct ListHidden {
    std::optional<Text<1, 60>> q;   // words that its title or text contains; all when absent
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListHidden, (), (q, cursor, limit))

// Something a verdict hides.
struct HiddenListing {
    std::string subject;                      // id text
    std::string title;
    std::string text;
    std::optional<identity::PersonCard> by;   // absent when they have left
    Instant at;                               // when it was made
};
BOOST_DESCRIBE_STRUCT(HiddenListing, (), (subject, title, text, by, at))

// For moderators, newest first. Search does not know what is hidden, so this reads all of it: there is little.
Result<Page<HiddenListing>> list_hidden_products(ReadCtx&, const ListHidden&);
Result<Page<HiddenListing>> list_hidden_reviews(ReadCtx&, const ListHidden&);

}  // namespace meadow::catalog
