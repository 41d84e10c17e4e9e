#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/staff/list_staff.hpp"

namespace meadow::catalog {

inline const Setting<std::int64_t> most_staff{"catalog.most_staff", 50, "How many people may act for one shop"};

struct InviteStaff {
    ShopId shop;
    Text<2, 24> handle;
    Right may{};
};
BOOST_DESCRIBE_STRUCT(InviteStaff, (), (shop, handle, may))

// Asks somebody to act for the shop. They may do so once they have accepted.
Result<StaffView> invite_staff(WriteCtx&, const InviteStaff&);

}  // namespace meadow::catalog
