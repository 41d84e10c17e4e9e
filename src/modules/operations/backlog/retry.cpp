#include "modules/operations/backlog/retry.hpp"

#include "base/page.hpp"
#include "jobs/store.hpp"
#include "modules/governance/governance.hpp"

namespace meadow::operations {
namespace {

struct Retried {
    std::int64_t id;
};
BOOST_DESCRIBE_STRUCT(Retried, (), (id))

Done retry(WriteCtx& ctx, const OneWaiting& in, bool (*again)(db::Tx&, std::int64_t, Instant), std::string_view action)
{
    const auto key = parse_cursor(in.key);
    if (!key || !again(ctx.tx, key->first, ctx.now)) return refuse(not_found);
    governance::audit(ctx, action, {governance::SubjectKind::user, ctx.who.user.value}, "", "", to_json(Retried{key->first}));
    return done();
}

}  // namespace

Done retry_parked(WriteCtx& ctx, const OneWaiting& in) { return retry(ctx, in, jobs::store::retry_parked_now, "operations.retry_parked"); }
Done retry_errand(WriteCtx& ctx, const OneWaiting& in) { return retry(ctx, in, jobs::store::retry_errand_now, "operations.retry_errand"); }

}  // namespace meadow::operations
