// Every "no" discovery can say.
#pragma once
#include "base/refusal.hpp"

namespace meadow::discovery {

inline const RefusalKind wishes_too_many{"discovery.too_many_wishes", 409, "That is more than can be remembered; take some back first"};

inline const RefusalKind policy_taken{"discovery.policy_taken", 409, "Somebody else set these numbers at the same moment; look at them again"};

}  // namespace meadow::discovery
