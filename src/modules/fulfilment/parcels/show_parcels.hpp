#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/fulfilment/parcels/model.hpp"

namespace meadow::fulfilment {

struct ShowParcels {
    ShopId shop;
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(ShowParcels, (), (shop, order))

struct ParcelView {
    ParcelId id;
    ParcelState state{};
    std::string carrier;           // as the merchant wrote it
    bool tracked = false;          // the carrier tells us where it is
    std::string waybill;
    std::vector<ParcelLine> lines;
    std::vector<Scan> scans;       // newest first
    Instant shipped_at;
};
BOOST_DESCRIBE_STRUCT(ParcelView, (), (id, state, carrier, tracked, waybill, lines, scans, shipped_at))

struct Shipment {
    OrderId order;
    SlipState state{};
    std::vector<SlipLine> lines;
    std::vector<ParcelView> parcels;
};
BOOST_DESCRIBE_STRUCT(Shipment, (), (order, state, lines, parcels))

// What has left of an order and where it is: for its buyer and for the shop's staff.
Result<Shipment> show_parcels(ReadCtx&, const ShowParcels&);

struct ListSlips {
    ShopId shop;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListSlips, (), (shop, cursor, limit))

struct SlipView {
    OrderId order;
    UserId buyer;
    std::int64_t pieces = 0;
    std::int64_t shipped = 0;
    std::vector<SlipLine> lines;
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(SlipView, (), (order, buyer, pieces, shipped, lines, opened_at))

// What waits to be packed, newest order first.
Result<Page<SlipView>> list_slips(ReadCtx&, const ListSlips&);

}  // namespace meadow::fulfilment
