#pragma once
#include "jobs/context.hpp"

namespace meadow::catalog {

struct RemoveStaff {
    ShopId shop;
    UserId user;
};
BOOST_DESCRIBE_STRUCT(RemoveStaff, (), (shop, user))

// An owner ends somebody's part in the shop, or somebody their own; an invitation is declined in the same way.
Done remove_staff(WriteCtx&, const RemoveStaff&);

}  // namespace meadow::catalog
