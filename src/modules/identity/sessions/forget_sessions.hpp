#pragma once
#include "jobs/context.hpp"

namespace meadow::identity {

// Deletes sessions that have expired, at most a thousand at once. Returns how many.
std::int64_t forget_sessions(WriteCtx&);

}  // namespace meadow::identity
