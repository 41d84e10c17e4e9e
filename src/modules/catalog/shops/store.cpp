#include "modules/catalog/shops/store.hpp"

#include "modules/catalog/catalog.hpp"

namespace meadow::catalog {

const db::Sql select_shop_cards{"catalog.select_shop_cards", R"sql(
    SELECT shop_id, name, profile, state, owner_id, logo_id FROM catalog_shops WHERE shop_id IN @list($1))sql"};
std::vector<ShopCard> shop_cards(db::ReadTx& tx, const std::vector<ShopId>& ids)
{
    return ids.empty() ? std::vector<ShopCard>{} : tx.all<ShopCard>(select_shop_cards, ids);
}

namespace store {

const db::Sql insert_shop_sql{"catalog.insert_shop", R"sql(
    INSERT INTO catalog_shops (shop_id, name, intro, city, logo_id, owner_id, profile, state, company, licence, items, listed, opened_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql"};
void insert_shop(db::Tx& tx, const Shop& s)
{
    tx.put(insert_shop_sql, s.id, s.name, s.intro, s.city, s.logo, s.owner, s.profile, s.state, s.company, s.licence, s.items,
           s.listed, s.opened_at);
}

const db::Sql select_shop{"catalog.select_shop", R"sql(
    SELECT shop_id, name, intro, city, logo_id, owner_id, profile, state, company, licence, items, listed, opened_at
      FROM catalog_shops WHERE shop_id = $1)sql"};
std::optional<Shop> find_shop(db::ReadTx& tx, ShopId id) { return tx.one<Shop>(select_shop, id); }

const db::Sql update_shop_face{"catalog.update_shop_face", R"sql(
    UPDATE catalog_shops SET name = $2, intro = $3, city = $4, logo_id = $5, company = $6, licence = $7 WHERE shop_id = $1)sql"};
void set_shop_face(db::Tx& tx, const Shop& s)
{
    tx.put(update_shop_face, s.id, s.name, s.intro, s.city, s.logo, s.company, s.licence);
}

const db::Sql update_shop_state{"catalog.update_shop_state",
                                "UPDATE catalog_shops SET state = $3 WHERE shop_id = $1 AND state = $2"};
bool set_shop_state(db::Tx& tx, ShopId id, ShopState from, ShopState to) { return tx.exec(update_shop_state, id, from, to) == 1; }

const db::Sql insert_shop_move_sql{"catalog.insert_shop_move", R"sql(
    INSERT INTO catalog_shop_moves (shop_id, move_id, from_state, to_state, by_id, reason, moved_at) VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
void insert_shop_move(db::Tx& tx, ShopId id, const ShopMoved& m)
{
    tx.put(insert_shop_move_sql, id, m.id, m.from, m.to, m.by, m.reason, m.at);
}

const db::Sql select_shop_moves{"catalog.select_shop_moves", R"sql(
    SELECT move_id, from_state, to_state, by_id, reason, moved_at FROM catalog_shop_moves
     WHERE shop_id = $1 AND move_id < $2 ORDER BY move_id DESC LIMIT $3)sql"};
std::vector<ShopMoved> list_shop_moves(db::ReadTx& tx, ShopId id, Cursor after, std::int64_t limit)
{
    return tx.all<ShopMoved>(select_shop_moves, id, after.first, limit);
}

const db::Sql insert_shop_name{"catalog.insert_shop_name", R"sql(
    INSERT INTO catalog_shop_names (name, shop_id) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING)sql"};
bool claim_shop_name(db::Tx& tx, std::string_view folded, ShopId id) { return tx.exec(insert_shop_name, folded, id) == 1; }

const db::Sql delete_shop_name{"catalog.delete_shop_name", "DELETE FROM catalog_shop_names WHERE name = $1"};
void free_shop_name(db::Tx& tx, std::string_view folded) { tx.put(delete_shop_name, folded); }

const db::Sql count_shops_sql{"catalog.count_shops", R"sql(
    INSERT INTO catalog_owners (user_id, shops) VALUES ($1, $2)
    ON CONFLICT (user_id) DO UPDATE SET shops = catalog_owners.shops + $2 WHERE catalog_owners.shops + $2 <= $3)sql"};
bool count_shops(db::Tx& tx, UserId owner, std::int64_t by, std::int64_t most)
{
    return tx.exec(count_shops_sql, owner, by, most) == 1;
}

const db::Sql count_items_sql{"catalog.count_items", R"sql(
    UPDATE catalog_shops SET items = items + $2, listed = listed + $3 WHERE shop_id = $1 AND items + $2 <= $4)sql"};
bool count_items(db::Tx& tx, ShopId id, std::int64_t items, std::int64_t listed, std::int64_t most)
{
    return tx.exec(count_items_sql, id, items, listed, most) == 1;
}

}  // namespace store
}  // namespace meadow::catalog
