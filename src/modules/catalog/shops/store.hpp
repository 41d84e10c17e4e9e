// catalog_shops, catalog_shop_moves (home: the shop), catalog_shop_names (home: the name), catalog_owners (home: the person).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/catalog/shops/model.hpp"

namespace meadow::catalog::store {

void insert_shop(db::Tx&, const Shop&);
std::optional<Shop> find_shop(db::ReadTx&, ShopId);
void set_shop_face(db::Tx&, const Shop&);  // name, intro, city, logo, company, licence

// False when the shop is not in that state any more.
bool set_shop_state(db::Tx&, ShopId, ShopState from, ShopState to);
MEADOW_ID(ShopMoveId, "smv");
struct ShopMoved {
    ShopMoveId id;
    ShopState from, to;
    UserId by;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ShopMoved, (), (id, from, to, by, reason, at))
void insert_shop_move(db::Tx&, ShopId, const ShopMoved&);
std::vector<ShopMoved> list_shop_moves(db::ReadTx&, ShopId, Cursor, std::int64_t limit);  // newest first

// False when another shop has the name.
bool claim_shop_name(db::Tx&, std::string_view folded, ShopId);
void free_shop_name(db::Tx&, std::string_view folded);

// Counts a shop opened (+1) or closed (-1) by its owner, only while there are at most `most`.
bool count_shops(db::Tx&, UserId owner, std::int64_t by, std::int64_t most);
// Moves the shop's counters of products, only while it has at most `most` items.
bool count_items(db::Tx&, ShopId, std::int64_t items, std::int64_t listed, std::int64_t most);

}  // namespace meadow::catalog::store
