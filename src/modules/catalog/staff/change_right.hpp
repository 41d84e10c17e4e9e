#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/staff/model.hpp"

namespace meadow::catalog {

struct ChangeRight {
    ShopId shop;
    UserId user;
    Right may{};
};
BOOST_DESCRIBE_STRUCT(ChangeRight, (), (shop, user, may))

Done change_right(WriteCtx&, const ChangeRight&);

}  // namespace meadow::catalog
