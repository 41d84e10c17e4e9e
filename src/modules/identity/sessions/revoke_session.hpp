#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

struct RevokeSession {
    SessionId session;
};
BOOST_DESCRIBE_STRUCT(RevokeSession, (), (session))

// Ends one of my sessions, at once: the next request with its token is a guest's.
Done revoke_session(WriteCtx&, const RevokeSession&);
// Ends the session I am using.
Done sign_out(WriteCtx&, const Nothing&);
// Ends all my sessions but the one I am using.
Done sign_out_elsewhere(WriteCtx&, const Nothing&);

}  // namespace meadow::identity
