// What creators refuses.
#pragma once
#include "base/refusal.hpp"

namespace meadow::creators {

inline const RefusalKind offer_moved{"creators.offer_moved", 409, "This offer has been answered, withdrawn or ended"};
inline const RefusalKind offered_before{"creators.offered_before", 409, "There is an offer to this author for this product"};
inline const RefusalKind own_author{"creators.own_author", 409, "Nobody earns by goods of their own shop"};

}  // namespace meadow::creators
