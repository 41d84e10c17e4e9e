// catalog_staff (home: the shop), catalog_staff_shops (home: the person).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/catalog/staff/model.hpp"

namespace meadow::catalog::store {

// False when the person is among the staff already.
bool insert_staff(db::Tx&, ShopId, const Staff&);
std::optional<Staff> find_staff(db::ReadTx&, ShopId, UserId);
std::vector<Staff> list_staff(db::ReadTx&, ShopId);
bool accept_invitation(db::Tx&, ShopId, UserId, Instant now);  // false when there is none
bool set_right(db::Tx&, ShopId, UserId, Right);
bool delete_staff(db::Tx&, ShopId, UserId);

// At most a hundred: the shops a person founded or was invited to.
std::vector<ShopId> shops_of(db::ReadTx&, UserId);
struct Part {
    ShopId shop;
    Right may{};
    StaffState state{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (shop, may, state))
std::vector<Part> parts_of(db::ReadTx&, UserId, const std::vector<ShopId>&);  // the newest shop first

}  // namespace meadow::catalog::store
