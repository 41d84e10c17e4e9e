#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::catalog {

struct ListShopLog {
    ShopId shop;
    std::optional<UserId> by;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListShopLog, (), (shop, by, cursor, limit))

struct ShopLogLine {
    std::string action;                           // staff_invited, prices_changed, …
    std::string about;                            // id text, or empty: the shop itself
    std::string words;
    UserId by;
    std::optional<identity::PersonCard> person;   // absent when they have left
    std::string address;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ShopLogLine, (), (action, about, words, by, person, address, at))

// Newest first, for the shop's owners and for operators: who did what in the shop's name.
Result<Page<ShopLogLine>> list_shop_log(ReadCtx&, const ListShopLog&);

}  // namespace meadow::catalog
