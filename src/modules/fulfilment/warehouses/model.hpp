// Where goods lie. Pure: no transaction, no clock.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::fulfilment {

// DOMAIN §1.10: a warehouse of the merchant's own, for domestic trade, under bond for cross-border retail, or abroad.
enum class WarehouseType : std::uint8_t { self, trade, bonded, overseas };
BOOST_DESCRIBE_ENUM(WarehouseType, self, trade, bonded, overseas)

struct Warehouse {
    WarehouseId id;
    std::string name;
    WarehouseType type{};
    std::int64_t rank = 0;   // orders are taken from the lowest rank that has the pieces
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(Warehouse, (), (id, name, type, rank, opened_at))

// Every shop has one from the start. It has the shop's own number, so it cannot be made twice.
constexpr WarehouseId first_warehouse(ShopId shop) { return {shop.value}; }

}  // namespace meadow::fulfilment
