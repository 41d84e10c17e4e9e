// How notifications come to be, besides the front door's notify().
#pragma once
#include "modules/community/community.hpp"

namespace meadow::community {

// Everybody who does the same thing is gathered in one notification: "ada and 12 others". Each person counts once.
void gather(WriteCtx&, UserId to, NotificationGroup, std::string_view key, std::string_view what, std::string_view about, UserId by);
// Somebody took it back; with the last one the notification goes.
void take_out(WriteCtx&, UserId to, std::string_view key, UserId by);

}  // namespace meadow::community
