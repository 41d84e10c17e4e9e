#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::community {

// An event stream: `open` once, then `notified` with {group, what, about} whenever a number on my bell grows. Whoever was cut off
// asks for the numbers anew after `open`.
Result<http::Content> stream_notifications(ReadCtx&, const Nothing&);

}  // namespace meadow::community
