#include "modules/identity/accounts/open_account.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Result<UserId> open_account(WriteCtx& ctx, const NewAccount& fresh)
{
    Account account;
    account.id = ctx.new_id<UserId>();
    account.handle = fresh.handle.value_or(default_handle(account.id));
    account.name = fresh.name.empty() ? account.handle : fresh.name;
    account.joined_at = ctx.now;

    // The keys are the guards: of two people who take the same address or handle at once, one is refused.
    if (!store::claim_contact(ctx.tx, fresh.contact, account.id, fresh.verified ? ctx.now : Instant{}))
        return refuse(address_taken, "Sign in instead");
    if (!store::claim_handle(ctx.tx, fold_handle(account.handle), account.id)) return refuse(handle_taken);
    store::insert_account(ctx.tx, account);
    if (!fresh.password_hash.empty()) store::put_password(ctx.tx, account.id, fresh.password_hash, ctx.now);
    ctx.tell(AccountOpened{account.id, ctx.now});
    return account.id;
}

}  // namespace meadow::identity
