// A session: one device on which somebody is signed in.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/context.hpp"
#include "modules/identity/sessions/token.hpp"

namespace meadow::identity {

inline const Setting<Duration> session_length{"identity.session_length", std::chrono::hours{24 * 30}, "How long a sign-in lasts"};

struct Session {
    UserId user;
    std::string token_hash;
    SessionId id;
    std::string device;
    std::string address;
    Instant opened_at;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Session, (), (user, token_hash, id, device, address, opened_at, expires_at))

// The answer to a sign-in. The token is shown this once; a browser also gets it as an HttpOnly cookie and needs the CSRF proof.
struct OpenedSession {
    UserId user;
    SessionId session;
    std::string token;
    std::string csrf;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(OpenedSession, (), (user, session, token, csrf, expires_at))

// Writes the session and hands out its token. Part of every way to sign in.
OpenedSession open_session(WriteCtx&, UserId, std::string_view device);

}  // namespace meadow::identity
