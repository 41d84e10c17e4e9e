#pragma once
#include "jobs/context.hpp"
#include "modules/identity/sessions/model.hpp"

namespace meadow::identity {

struct SessionCard {
    SessionId id;
    std::string device;
    std::string address;
    Instant opened_at;
    Instant expires_at;
    bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionCard, (), (id, device, address, opened_at, expires_at, current))

// Where I am signed in, newest first; at most 100.
Result<std::vector<SessionCard>> list_sessions(ReadCtx&, const Nothing&);

}  // namespace meadow::identity
