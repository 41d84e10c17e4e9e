#include "http/router.hpp"
#include "modules/operations/gauges/show_metrics.hpp"

namespace meadow::operations {

using http::needs;
using http::Scope;

void gauge_routes(http::On on)
{
    on.get("/v1/operator/metrics", needs(Scope::operator_), show_metrics).says("What the server measures of itself, as Prometheus reads it");
}

}  // namespace meadow::operations
