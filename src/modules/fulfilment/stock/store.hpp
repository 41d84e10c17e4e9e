// fulfilment_stock, fulfilment_stock_moves, fulfilment_allowances. Home: the shop.
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/asked.hpp"
#include "modules/fulfilment/stock/model.hpp"

namespace meadow::fulfilment::store {

struct Taken {
    WarehouseId warehouse;
    std::int64_t available = 0;    // what is left there
    std::int64_t hold_limit = 0;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (warehouse, available, hold_limit))

// Takes the pieces from the first warehouse, by rank, that has them all. Nothing when none has.
db::Asked<Taken> ask_take(db::Tx&, ShopId, SkuId, std::int64_t count);
// The same from one warehouse.
std::optional<Taken> take_from(db::Tx&, const StockKey&, std::int64_t count);
// Warehouses with something left, by rank.
struct Left {
    WarehouseId warehouse;
    std::int64_t available = 0;
};
BOOST_DESCRIBE_STRUCT(Left, (), (warehouse, available))
std::vector<Left> left(db::ReadTx&, ShopId, SkuId);
std::int64_t left_in_all(db::ReadTx&, ShopId, SkuId);

// Changes the buckets by what a move in the journal says. That it may happen is decided by the journal's key.
void shift(db::Tx&, const StockKey&, Bucket from, Bucket to, std::int64_t count);
// The first of an order: there is none before it.
void enter_first(db::Tx&, ShopId, const StockMove&);
// False when this step was made before.
bool enter(db::Tx&, ShopId, const StockMove&);
std::vector<StockMove> moves_of(db::ReadTx&, ShopId, std::int64_t cause);

// The journal of a shop: newest order or correction first, each one's last step first. `after` none: from the newest.
std::vector<StockMove> journal(db::ReadTx&, ShopId, const std::optional<StockMove>& after, std::int64_t limit);

// Newest SKU first.
// Those of which fewer than `below` are available.
std::vector<Stock> list_stock(db::ReadTx&, ShopId, Cursor, std::int64_t below, std::int64_t limit);
std::optional<Stock> find_stock(db::ReadTx&, const StockKey&);
// What is available becomes `total` less what is held. Nothing when the version is another one, or more is held than that.
std::optional<Stock> set_total(db::Tx&, const StockKey&, std::int64_t total, std::int64_t version);
// Nothing when fewer are available than are taken away.
std::optional<Stock> adjust(db::Tx&, const StockKey&, std::int64_t by);
std::vector<Stock> stock_of(db::ReadTx&, ShopId, SkuId);
bool set_hold_limit(db::Tx&, ShopId, SkuId, std::int64_t);
// A row for the SKU in that warehouse; false when there is one.
bool open_stock(db::Tx&, const StockKey&, std::int64_t available);

// Counts pieces a person holds unpaid; changes nothing when they would be more than `most`. SKU none: of the whole shop.
db::AskedChange ask_allowance(db::Tx&, ShopId, UserId buyer, SkuId, std::int64_t count, std::int64_t most);
// Counts them back, both for the SKU and for the shop.
void give_back_allowance(db::Tx&, ShopId, UserId buyer, SkuId, std::int64_t count);
void forget_empty_allowances(db::Tx&, ShopId, UserId buyer);

// A bucket that does not hold what the journal says, and by how much it is off. Reads every move; at most 100 rows.
struct LeakyBucket {
    ShopId shop;
    SkuId sku;
    WarehouseId warehouse;
    Bucket bucket{};
    std::int64_t by = 0;
};
BOOST_DESCRIBE_STRUCT(LeakyBucket, (), (shop, sku, warehouse, bucket, by))
std::vector<LeakyBucket> leaky_buckets(db::ReadTx&);

}  // namespace meadow::fulfilment::store
