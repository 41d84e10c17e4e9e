#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

struct ListFollows {
    UserId user;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListFollows, (), (user, cursor, limit))

// Newest first. A page may be shorter than asked for where people have left; `next` still leads on.
Result<Page<identity::PersonCard>> list_following(ReadCtx&, const ListFollows&);
Result<Page<identity::PersonCard>> list_followers(ReadCtx&, const ListFollows&);

}  // namespace meadow::community
