// Every "no" of community.
#pragma once
#include "base/refusal.hpp"

namespace meadow::community {

inline const RefusalKind follows_self{"community.follows_self", 422, "Nobody can follow themselves"};
inline const RefusalKind follows_too_many{"community.follows_too_many", 409, "You follow as many people as one may"};

}  // namespace meadow::community
