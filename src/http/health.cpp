#include "http/health.hpp"

#include "jobs/store.hpp"

namespace meadow::http {

void health_routes(On on) { on.get("/readyz", needs(Scope::anyone), show_readiness).internal().says("Can the database be read?"); }

Result<Content> show_readiness(ReadCtx& ctx, const Nothing&)
{
    jobs::store::newest(ctx.tx);  // a small statement that every schema has; a fault becomes 500 or 503
    Content out;
    out.content_type = "text/plain; charset=utf-8";
    out.body = "ready\n";
    return out;
}

}  // namespace meadow::http
