#include "modules/community/people/show_engagement.hpp"

#include "modules/community/follows/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

Result<EngagementView> show_engagement(ReadCtx& ctx, const ShowEngagement& in)
{
    const auto cards = identity::person_cards(ctx.tx, {in.user});
    if (cards.empty() || cards.front().official.empty()) return refuse(not_found);
    const Instant lately = ctx.now - std::chrono::hours{24 * 30};
    EngagementView view;
    view.ever = store::engagement(ctx.tx, in.user, {});
    view.lately = store::engagement(ctx.tx, in.user, lately);
    view.followers = store::counts(ctx.tx, in.user).followers;
    view.new_followers = store::followers_since(ctx.tx, in.user, lately);
    return view;
}

}  // namespace meadow::community
