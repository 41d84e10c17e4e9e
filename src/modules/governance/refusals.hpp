// Every "no" of governance.
#pragma once
#include "base/refusal.hpp"

namespace meadow::governance {

inline const RefusalKind unknown_subject{"governance.unknown_subject", 422, "Such a thing cannot be reported"};
inline const RefusalKind reported_before{"governance.reported_before", 409, "You have reported this, and nobody has decided yet"};
inline const RefusalKind reports_self{"governance.reports_self", 422, "Nobody can report themselves"};
inline const RefusalKind nothing_to_restore{"governance.nothing_to_restore", 409, "No verdict hides this"};

}  // namespace meadow::governance
