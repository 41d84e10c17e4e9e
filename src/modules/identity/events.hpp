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

struct PersonBlocked {
    static constexpr std::string_view kind = "identity.person_blocked";
    UserId by;
    UserId blocked;
};
BOOST_DESCRIBE_STRUCT(PersonBlocked, (), (by, blocked))

// An operator granted somebody a role or took it away. `number` tells changes apart, so that hearing one twice counts once.
struct RoleChanged {
    static constexpr std::string_view kind = "identity.role_changed";
    std::int64_t number = 0;
    UserId user;
    std::string role;          // creator, moderator, operator
    bool granted = false;
    std::string reason;
    UserId by;                 // none: the command line
    Instant at;
};
BOOST_DESCRIBE_STRUCT(RoleChanged, (), (number, user, role, granted, reason, by, at))

// The account now speaks officially for a brand, or (empty) no longer does.
struct OfficialChanged {
    static constexpr std::string_view kind = "identity.official_changed";
    std::int64_t number = 0;
    UserId user;
    std::string brand;
    std::string reason;
    UserId by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OfficialChanged, (), (number, user, brand, reason, by, at))

// Somebody was given a one-time link to choose a new password.
struct ResetLinkGiven {
    static constexpr std::string_view kind = "identity.reset_link_given";
    std::int64_t number = 0;
    UserId user;
    std::string reason;
    UserId by;                 // none: the command line
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ResetLinkGiven, (), (number, user, reason, by, at))

// The person has left. Who keeps personal data of them erases it now; records of money stay as long as the law wants them
// (three years and more), under the id alone.
struct AccountDeleted {
    static constexpr std::string_view kind = "identity.account_deleted";
    UserId user;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(AccountDeleted, (), (user, at))

}  // namespace meadow::identity
