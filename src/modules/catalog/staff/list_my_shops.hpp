#pragma once
#include <vector>

#include "jobs/context.hpp"
#include "modules/catalog/staff/model.hpp"

namespace meadow::catalog {

struct MyShop {
    ShopCard shop;
    Right may{};
    StaffState state{};  // invited: waits for an answer
};
BOOST_DESCRIBE_STRUCT(MyShop, (), (shop, may, state))

struct MyShops {
    std::vector<MyShop> items;  // at most a hundred, the newest shop first
};
BOOST_DESCRIBE_STRUCT(MyShops, (), (items))

Result<MyShops> list_my_shops(ReadCtx&, const Nothing&);

}  // namespace meadow::catalog
