#include "modules/catalog/applications/apply_for_store.hpp"

#include "modules/catalog/applications/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/edit_shop.hpp"
#include "modules/identity/identity.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

Result<MyApplication> apply_for_store(WriteCtx& ctx, const ApplyForStore& in)
{
    const UserId me = ctx.who.user;
    const auto cards = identity::person_cards(ctx.tx, {me});
    if (cards.empty() || cards.front().official.empty()) return refuse(not_official);
    const std::int64_t needed = pop_followers(ctx), followers = store::count_followers(ctx.tx, me, needed);
    if (followers < needed) return refuse(few_followers, std::to_string(followers) + " of " + std::to_string(needed));
    TRY(check_licence(in.company, in.licence));
    if (in.logo && !media::use(ctx.tx, me, {*in.logo})) return refuse(foreign_picture);

    const auto before = store::find_application(ctx.tx, me);
    const Application application{me,         ApplicationState::pending,
                                  in.name,    in.intro,
                                  in.city,    in.logo.value_or(MediaId{}),
                                  in.company, in.licence,
                                  followers,  ctx.now,
                                  {}};
    if (!store::put_application(ctx.tx, application)) return refuse(already_applied, "It is " + name_of(before->state));
    store::insert_application_move(ctx.tx, me,
                                   {ctx.ids.next(), before ? name_of(before->state) : "", application.state, me, "", ctx.now});
    return show_application(ctx, {});
}

}  // namespace meadow::catalog
