// A market to buy in: light shops with one product of many SKUs each, and buyers with an address.
#pragma once
#include <string>
#include <vector>

#include "kit_town.hpp"

namespace meadow::bench {

struct BenchBuyer {
    UserId user;
    std::string token;
    std::string address;
};

BOOST_DESCRIBE_STRUCT(BenchBuyer, (), (user, token, address))

struct BenchShop {
    std::string id;
    UserId keeper;
    std::string product;
    std::vector<std::string> skus;
};
BOOST_DESCRIBE_STRUCT(BenchShop, (), (id, keeper, product, skus))

struct Market {
    std::vector<BenchShop> shops;
    std::vector<BenchBuyer> buyers;
};
BOOST_DESCRIBE_STRUCT(Market, (), (shops, buyers))

inline constexpr std::int64_t bench_price = 4900;   // fen, of every SKU; shipping is free

// `stock` pieces of every SKU. Each shop has up to 100 SKUs. What one person may hold unpaid has no limit: the same buyers buy again and
// again here, and it is not what is measured.
Market open_market(BenchTown&, int shops, int skus, std::int64_t stock, int buyers);

// The body of POST /v1/orders for one piece.
std::string order_json(const std::string& shop, const std::string& sku, const std::string& address);

}  // namespace meadow::bench
