#include "modules/identity/accounts/find_account.hpp"

#include "modules/identity/accounts/store.hpp"

namespace meadow::identity {
namespace {

std::optional<UserId> named(db::ReadTx& tx, std::string_view who)
{
    if (const auto id = parse_id(UserId::prefix(), who)) return UserId{*id};
    if (const auto contact = parse_contact(who)) return store::find_by_contact(tx, *contact);
    if (who.starts_with('@')) who.remove_prefix(1);
    return store::find_by_handle(tx, fold_handle(who));
}

}  // namespace

Result<FoundAccount> find_account(ReadCtx& ctx, const FindAccount& in)
{
    const auto id = named(ctx.tx, in.who);
    const auto account = id ? store::find_account(ctx.tx, *id) : std::nullopt;
    if (!account || account->state == AccountState::deleted) return refuse(not_found, "Nobody is called " + in.who);
    FoundAccount found{*account, {}};
    for (const store::OwnContact& contact : store::contacts_of(ctx.tx, *id)) found.contacts.push_back({contact.kind, contact.address});
    return found;
}

}  // namespace meadow::identity
