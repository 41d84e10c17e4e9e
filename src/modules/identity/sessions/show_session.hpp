#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

// What a page asks first: who am I, and with which proof may I write?
struct CurrentSession {
    std::optional<UserId> user;              // absent: a guest
    std::optional<SessionId> session;
    std::optional<std::string> csrf;         // for the X-CSRF-Token header of a cookie session
    std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(CurrentSession, (), (user, session, csrf, roles))

Result<CurrentSession> show_session(ReadCtx&, const Nothing&);

}  // namespace meadow::identity
