// The platform's review of a POP store's goods: before they are first listed, and before a change takes the place of what is on
// sale. Pure.
#pragma once
#include "modules/catalog/products/model.hpp"

namespace meadow::catalog {

enum class ChangeState : std::uint8_t { waiting, rejected };
BOOST_DESCRIBE_ENUM(ChangeState, waiting, rejected)

struct PendingChange {
    ChangeState state{};
    ProductContent content;
    std::string reason;  // why it was rejected
    UserId by;
    Instant submitted_at;
};
BOOST_DESCRIBE_STRUCT(PendingChange, (), (state, content, reason, by, submitted_at))

// Whether an edit has to wait for a review: its product was approved, and what was approved stays on sale until then.
constexpr bool edit_waits(ShopProfile profile, ProductState state) { return profile == ShopProfile::pop && was_shown(state); }

}  // namespace meadow::catalog
