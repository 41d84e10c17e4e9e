// Packing slips and parcels. Pure: no transaction, no clock.
#pragma once
#include <array>

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

}  // namespace meadow::fulfilment
