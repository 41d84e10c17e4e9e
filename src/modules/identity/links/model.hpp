// One-time links, given to a person by other means than this server: the first operator's, and those that reset a password.
#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

inline const Setting<Duration> reset_link_life{"identity.reset_link_life", std::chrono::hours{24}, "How long a link to reset a password is good"};

enum class LinkPurpose : std::uint8_t { first_operator, reset_password };
BOOST_DESCRIBE_ENUM(LinkPurpose, first_operator, reset_password)

// `<user id>.<43 random characters>`; for the first operator nobody's id: `usr_0.…`.
using LinkToken = Text<40, 100>;

}  // namespace meadow::identity
