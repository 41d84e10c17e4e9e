#pragma once
#include "jobs/context.hpp"

namespace meadow::media {

inline const Setting<Duration> unused_age{"media.unused_age", std::chrono::hours{24}, "How long an upload may wait to be used in a note, a product or elsewhere"};

// Forgets uploads that are older and that nothing has ever used: no note or draft, product, review, shop or profile. One bounded
// piece, the oldest first; how many it looked at. Their files, unless another upload has the same, go with sweep_orphans a day later.
std::int64_t sweep_unused(WriteCtx&);

}  // namespace meadow::media
