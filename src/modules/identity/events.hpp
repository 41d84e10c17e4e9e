// What identity tells the street.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::identity {

struct AccountOpened {
    static constexpr std::string_view kind = "identity.account_opened";
    UserId user;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(AccountOpened, (), (user, at))

struct ProfileChanged {
    static constexpr std::string_view kind = "identity.profile_changed";
    UserId user;
};
BOOST_DESCRIBE_STRUCT(ProfileChanged, (), (user))

}  // namespace meadow::identity
