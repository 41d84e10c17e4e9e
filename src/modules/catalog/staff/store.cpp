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

const db::Sql select_all_staff{"catalog.select_all_staff", R"sql(
    SELECT user_id, may, state, invited_by, since FROM catalog_staff WHERE shop_id = $1 ORDER BY since, user_id)sql"};
std::vector<Staff> list_staff(db::ReadTx& tx, ShopId shop) { return tx.all<Staff>(select_all_staff, shop); }

const db::Sql update_staff_state{"catalog.update_staff_state", R"sql(
    UPDATE catalog_staff SET state = 'active', since = $3 WHERE shop_id = $1 AND user_id = $2 AND state = 'invited')sql"};
bool accept_invitation(db::Tx& tx, ShopId shop, UserId user, Instant now)
{
    return tx.exec(update_staff_state, shop, user, now) == 1;
}

const db::Sql update_right{"catalog.update_right", "UPDATE catalog_staff SET may = $3 WHERE shop_id = $1 AND user_id = $2"};
bool set_right(db::Tx& tx, ShopId shop, UserId user, Right may) { return tx.exec(update_right, shop, user, may) == 1; }

const db::Sql delete_staff_sql{"catalog.delete_staff", "DELETE FROM catalog_staff WHERE shop_id = $1 AND user_id = $2"};
const db::Sql delete_staff_shop{"catalog.delete_staff_shop", "DELETE FROM catalog_staff_shops WHERE user_id = $1 AND shop_id = $2"};
bool delete_staff(db::Tx& tx, ShopId shop, UserId user)
{
    tx.put(delete_staff_shop, user, shop);
    return tx.exec(delete_staff_sql, shop, user) == 1;
}

const db::Sql select_shops_of{"catalog.select_shops_of", R"sql(
    SELECT shop_id FROM catalog_staff_shops WHERE user_id = $1 ORDER BY shop_id DESC LIMIT 100)sql"};
std::vector<ShopId> shops_of(db::ReadTx& tx, UserId user) { return tx.all<ShopId>(select_shops_of, user); }

const db::Sql select_parts{"catalog.select_parts", R"sql(
    SELECT shop_id, may, state FROM catalog_staff WHERE user_id = $1 AND shop_id IN @list($2) ORDER BY shop_id DESC)sql"};
std::vector<Part> parts_of(db::ReadTx& tx, UserId user, const std::vector<ShopId>& shops)
{
    return tx.all<Part>(select_parts, user, shops);
}

}  // namespace store
}  // namespace meadow::catalog
