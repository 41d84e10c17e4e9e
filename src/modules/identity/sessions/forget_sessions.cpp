#include "modules/identity/sessions/forget_sessions.hpp"

#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

std::int64_t forget_sessions(WriteCtx& ctx) { return store::delete_expired_sessions(ctx.tx, ctx.now, 1000); }

}  // namespace meadow::identity
