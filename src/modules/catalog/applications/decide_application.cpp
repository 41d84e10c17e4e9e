#include "modules/catalog/applications/decide_application.hpp"

#include "modules/catalog/applications/store.hpp"
#include "modules/catalog/refusals.hpp"
#include "modules/catalog/shops/open_shop.hpp"
#include "modules/governance/governance.hpp"

namespace meadow::catalog {
namespace {

Result<Shop> open_pop_store(WriteCtx& ctx, const Application& a)
{
    Shop shop;
    shop.name = a.name;
    shop.intro = a.intro;
    shop.city = a.city;
    shop.logo = a.logo;
    shop.owner = a.owner;
    shop.profile = ShopProfile::pop;
    shop.company = a.company;
    shop.licence = a.licence;
    return found_shop(ctx, shop);
}

}  // namespace

Result<Application> decide_application(WriteCtx& ctx, const DecideApplication& in)
{
    const auto application = store::find_application(ctx.tx, in.owner);
    if (!application) return refuse(not_found);
    const ApplicationState to = in.approve ? ApplicationState::approved : ApplicationState::rejected;
    if (!may_move(application->state, to, Actor::platform)) return refuse(illegal_move, "It is " + name_of(application->state));

    Application decided = *application;
    decided.state = to;
    if (in.approve) decided.shop = TRY(open_pop_store(ctx, decided)).id;
    if (!store::set_application_state(ctx.tx, in.owner, application->state, to, decided.shop)) return refuse(stale);
    store::insert_application_move(ctx.tx, in.owner,
                                   {ctx.ids.next(), name_of(application->state), to, ctx.who.user, in.reason, ctx.now});
    governance::audit(ctx, in.approve ? "catalog.approve_application" : "catalog.reject_application",
                      {governance::SubjectKind::user, in.owner.value}, in.reason, to_json(*application), to_json(decided));
    return decided;
}

}  // namespace meadow::catalog
