#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

using Reason = Text<1, 500>;

struct ChangeRole {
    UserId user;
    Role role{};
    Reason reason;
};
BOOST_DESCRIBE_STRUCT(ChangeRole, (), (user, role, reason))

// Part of granting and revoking, wherever the wish came from. Nothing happens when it was so already.
void change_role(WriteCtx&, UserId, Role, bool granted, std::string_view reason);

// An operator makes somebody a creator, moderator or operator. Doing it again changes nothing.
Done grant_role(WriteCtx&, const ChangeRole&);
// Nobody takes the operator's role from themselves: there would be nobody left to give it back.
Done revoke_role(WriteCtx&, const ChangeRole&);

}  // namespace meadow::identity
