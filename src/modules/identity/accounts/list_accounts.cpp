#include "modules/identity/accounts/list_accounts.hpp"

#include "modules/identity/accounts/store.hpp"

namespace meadow::identity {

Result<std::vector<Account>> list_accounts(ReadCtx& ctx, const ListAccounts& in)
{
    return store::accounts_after(ctx.tx, in.after, in.role, in.limit);
}

}  // namespace meadow::identity
