#include "modules/identity/accounts/show_person.hpp"

#include "modules/identity/accounts/store.hpp"

namespace meadow::identity {

Result<Profile> show_person(ReadCtx& ctx, const ShowPerson& in)
{
    const auto account = store::find_account(ctx.tx, in.user);
    if (!account || account->state != AccountState::active) return refuse(not_found);
    return Profile{account->id, account->handle, account->name, account->bio, account->city, account->avatar, account->official, account->joined_at};
}

Result<Profile> find_person(ReadCtx& ctx, const FindPerson& in)
{
    const auto user = store::find_by_handle(ctx.tx, fold_handle(in.handle));
    if (!user) return refuse(not_found);
    return show_person(ctx, {*user});
}

Result<Profile> show_me(ReadCtx& ctx, const Nothing&) { return show_person(ctx, {ctx.who.user}); }

}  // namespace meadow::identity
