// Packing slips and parcels. Pure: no transaction, no clock.
#pragma once
#include <array>
#include <optional>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::fulfilment {

// What an order needs to leave the house. It is `open` until everything is in parcels.
enum class SlipState : std::uint8_t { open, shipped, cancelled };
BOOST_DESCRIBE_ENUM(SlipState, open, shipped, cancelled)

struct Slip {
    OrderId order;
    UserId buyer;
    SlipState state{};
    std::int64_t pieces = 0;      // ordered
    std::int64_t shipped = 0;
    std::int64_t delivered = 0;
    std::int64_t parcels = 0;
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(Slip, (), (order, buyer, state, pieces, shipped, delivered, parcels, opened_at))

struct SlipLine {
    ProductId product;
    SkuId sku;
    std::int64_t ordered = 0;
    std::int64_t shipped = 0;
};
BOOST_DESCRIBE_STRUCT(SlipLine, (), (product, sku, ordered, shipped))

enum class ParcelState : std::uint8_t { shipped, in_transit, delivered, lost, returned };
BOOST_DESCRIBE_ENUM(ParcelState, shipped, in_transit, delivered, lost, returned)

struct ParcelStep {
    ParcelState from, to;
};

// Every way a parcel may go. Carriers tell late, twice and out of order, so the first scan heard may be the last that happened.
constexpr std::array<ParcelStep, 9> parcel_steps{{
    {ParcelState::shipped, ParcelState::in_transit},
    {ParcelState::shipped, ParcelState::delivered},
    {ParcelState::shipped, ParcelState::lost},
    {ParcelState::shipped, ParcelState::returned},
    {ParcelState::in_transit, ParcelState::delivered},
    {ParcelState::in_transit, ParcelState::lost},
    {ParcelState::in_transit, ParcelState::returned},
    {ParcelState::lost, ParcelState::delivered},     // found after all
    {ParcelState::lost, ParcelState::returned},
}};

constexpr bool may_go(ParcelState from, ParcelState to)
{
    for (const ParcelStep step : parcel_steps)
        if (step.from == from && step.to == to) return true;
    return false;
}

struct Parcel {
    ParcelId id;
    OrderId order;
    UserId buyer;
    ParcelState state{};
    std::string carrier;          // as tracking knows it; `other` when it knows none
    std::string carrier_name;     // as the merchant wrote it
    std::string waybill;
    std::int64_t pieces = 0;
    std::int64_t corrections = 0;
    Instant shipped_at;
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (id, order, buyer, state, carrier, carrier_name, waybill, pieces, corrections, shipped_at))

struct ParcelLine {
    SkuId sku;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(ParcelLine, (), (sku, count))

// One thing that happened to a parcel on its way.
struct Scan {
    std::string scan;             // the carrier's number of it: heard twice it counts once
    ParcelState state{};
    std::string place;
    std::string what;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Scan, (), (scan, state, place, what, at))

}  // namespace meadow::fulfilment
