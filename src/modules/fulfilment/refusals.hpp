// Every "no" of fulfilment.
#pragma once
#include "base/refusal.hpp"

namespace meadow::fulfilment {

inline const RefusalKind sold_out{"fulfilment.sold_out", 409, "There are not enough pieces left"};
inline const RefusalKind holds_too_many{"fulfilment.holds_too_many", 409, "You hold as many unpaid pieces as one person may"};

}  // namespace meadow::fulfilment
