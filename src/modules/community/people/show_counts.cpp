#include "modules/community/people/show_counts.hpp"

#include "modules/community/follows/store.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

Result<PersonCountsView> show_counts(ReadCtx& ctx, const ShowPersonCounts& in)
{
    if (!identity::exists(ctx.tx, in.user)) return refuse(not_found);
    const auto people = store::counts(ctx.tx, in.user);
    PersonCountsView view{people.following, people.followers, store::received(ctx.tx, in.user), store::count_public(ctx.tx, in.user)};
    if (!ctx.who.signed_in() || ctx.who.user == in.user) return view;
    view.followed_by_me = store::is_following(ctx.tx, ctx.who.user, in.user);
    view.follows_me = store::is_following(ctx.tx, in.user, ctx.who.user);
    return view;
}

}  // namespace meadow::community
