#include "modules/operations/gauges/show_metrics.hpp"

namespace meadow::operations {

Result<http::Content> show_metrics(ReadCtx& ctx, const Nothing&)
{
    http::Content out;
    out.content_type = "text/plain; version=0.0.4; charset=utf-8";
    out.body = ctx.outside<Gauges>().read();
    return out;
}

}  // namespace meadow::operations
