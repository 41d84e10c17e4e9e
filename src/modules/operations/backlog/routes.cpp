#include "http/router.hpp"
#include "modules/operations/backlog/retry.hpp"
#include "modules/operations/backlog/show_backlog.hpp"

namespace meadow::operations {

using http::needs;
using http::Scope;

void backlog_routes(http::On on)
{
    on.get("/v1/operator/backlog", needs(Scope::operator_), show_backlog).says("How much waits: news, timers, parked news, errands");
    on.get("/v1/operator/timers", needs(Scope::operator_), list_timers).says("What is to happen at a time, the next first");
    on.get("/v1/operator/parked", needs(Scope::operator_), list_parked).says("News a subscriber could not digest, oldest first");
    on.post("/v1/operator/parked/{key}/retry", needs(Scope::operator_), retry_parked).may_refuse(not_found).says("Hand parked news over again");
    on.get("/v1/operator/errands", needs(Scope::operator_), list_errands).says("Work with the world outside that is not done yet, oldest first");
    on.post("/v1/operator/errands/{key}/retry", needs(Scope::operator_), retry_errand)
        .may_refuse(not_found).says("Take up again an errand that was given up on");
}

}  // namespace meadow::operations
