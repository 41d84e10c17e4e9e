#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/warehouses/model.hpp"

namespace meadow::fulfilment {

inline const Setting<std::int64_t> most_warehouses{"fulfilment.most_warehouses", 50, "Warehouses of one shop"};

struct OpenWarehouse {
    ShopId shop;
    Text<1, 40> name;
    WarehouseType type{};
    Whole<-1000, 1000> rank;       // orders are taken from the lowest rank that has the pieces; the first warehouse has 0
};
BOOST_DESCRIBE_STRUCT(OpenWarehouse, (), (shop, name, type, rank))

Result<Warehouse> open_warehouse(WriteCtx&, const OpenWarehouse&);

struct ListWarehouses {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(ListWarehouses, (), (shop))

// By rank.
Result<std::vector<Warehouse>> list_warehouses(ReadCtx&, const ListWarehouses&);

}  // namespace meadow::fulfilment
