// Who may act for a shop. Pure.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/catalog/catalog.hpp"

namespace meadow::catalog {

enum class StaffState : std::uint8_t { invited, active };
BOOST_DESCRIBE_ENUM(StaffState, invited, active)

struct Staff {
    UserId user;
    Right may{};
    StaffState state{};
    UserId invited_by;
    Instant since;
};
BOOST_DESCRIBE_STRUCT(Staff, (), (user, may, state, invited_by, since))

// An owner may all, an editor what support may.
constexpr bool covers(Right held, Right needed) { return held <= needed; }

}  // namespace meadow::catalog
