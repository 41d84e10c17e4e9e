// identity_sessions.
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/identity/sessions/model.hpp"

namespace meadow::identity::store {

void insert_session(db::Tx&, const Session&);
// Newest first, those that have not expired.
std::vector<Session> list_sessions(db::ReadTx&, UserId, Instant now);
bool delete_session(db::Tx&, UserId, SessionId);
// All but the given one (none: all). Returns how many.
std::int64_t delete_other_sessions(db::Tx&, UserId, SessionId kept);
// At most `limit` of those that have expired. Returns how many.
std::int64_t delete_expired_sessions(db::Tx&, Instant now, std::int64_t limit);

}  // namespace meadow::identity::store
