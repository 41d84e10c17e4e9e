#pragma once
#include <vector>

#include "jobs/context.hpp"
#include "modules/catalog/staff/model.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::catalog {

struct StaffView {
    identity::PersonCard person;
    Right may{};
    StaffState state{};
    Instant since;
};
BOOST_DESCRIBE_STRUCT(StaffView, (), (person, may, state, since))

// In the same order. People who have left the installation are left out.
std::vector<StaffView> view_of(ReadCtx&, const std::vector<Staff>&);

struct ListStaff {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(ListStaff, (), (shop))

struct StaffList {
    std::vector<StaffView> items;  // at most `catalog.most_staff`
};
BOOST_DESCRIBE_STRUCT(StaffList, (), (items))

Result<StaffList> list_staff(ReadCtx&, const ListStaff&);

}  // namespace meadow::catalog
