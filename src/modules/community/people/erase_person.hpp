#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

// Takes away what a person wrote and did, as if they had taken back each thing themselves, so that every counter follows; what they
// wrote is blanked in the rows. A bounded piece at a time: true while there may be more. Single views go by themselves (keep_views).
bool erase_person(WriteCtx&, UserId);

}  // namespace meadow::community
