#include "modules/catalog/staff/store.hpp"

namespace meadow::catalog {

const db::Sql select_right{"catalog.select_right",
                           "SELECT may FROM catalog_staff WHERE shop_id = $1 AND user_id = $2 AND state = 'active'"};
Done require_right(db::ReadTx& tx, const Who& who, ShopId shop, Right needed)
{
    const auto held = who.signed_in() ? tx.one<Right>(select_right, shop, who.user) : std::nullopt;
    if (!held) return refuse(not_found);
    if (!covers(*held, needed)) return refuse(not_allowed);
    return done();
}

namespace store {

const db::Sql insert_staff_sql{"catalog.insert_staff", R"sql(
    INSERT INTO catalog_staff (shop_id, user_id, may, state, invited_by, since) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (shop_id, user_id) DO NOTHING)sql"};
const db::Sql insert_staff_shop{"catalog.insert_staff_shop", R"sql(
    INSERT INTO catalog_staff_shops (user_id, shop_id) VALUES ($1, $2) ON CONFLICT (user_id, shop_id) DO NOTHING)sql"};
bool insert_staff(db::Tx& tx, ShopId shop, const Staff& s)
{
    if (tx.exec(insert_staff_sql, shop, s.user, s.may, s.state, s.invited_by, s.since) == 0) return false;
    tx.put(insert_staff_shop, s.user, shop);
    return true;
}

const db::Sql select_staff{"catalog.select_staff", R"sql(
    SELECT user_id, may, state, invited_by, since FROM catalog_staff WHERE shop_id = $1 AND user_id = $2)sql"};
std::optional<Staff> find_staff(db::ReadTx& tx, ShopId shop, UserId user) { return tx.one<Staff>(select_staff, shop, user); }

}  // namespace store
}  // namespace meadow::catalog
