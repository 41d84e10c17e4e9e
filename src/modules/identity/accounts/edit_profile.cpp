#include "modules/identity/accounts/edit_profile.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/events.hpp"

namespace meadow::identity {

Result<Profile> edit_profile(WriteCtx& ctx, const EditProfile& in)
{
    const auto account = store::find_account(ctx.tx, ctx.who.user);
    if (!account) return refuse(not_found);
    const auto changed = [](const auto& wanted, const std::string& present) { return wanted ? std::string(*wanted) : present; };
    store::set_profile(ctx.tx, account->id, changed(in.name, account->name), changed(in.bio, account->bio), changed(in.city, account->city),
                       in.avatar.value_or(account->avatar));
    ctx.tell(ProfileChanged{account->id});
    return show_me(ctx, {});
}

}  // namespace meadow::identity
