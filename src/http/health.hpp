// GET /readyz: whether this process can answer from its database now. (/healthz, whether it is alive at all, needs no database.)
#pragma once
#include "http/route.hpp"

namespace meadow::http {

void health_routes(On);
Result<Content> show_readiness(ReadCtx&, const Nothing&);

}  // namespace meadow::http
