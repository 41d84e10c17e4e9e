#include "app/import/desk.hpp"
#include "app/import/rows.hpp"
#include "modules/identity/accounts/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::app {
namespace {

// Nobody signs in as an imported person until an address is theirs: an operator hands out a link.
Done open(WriteCtx& ctx, const PersonRow& row, UserId id)
{
    identity::Account account;
    account.id = id;
    account.handle = row.handle ? std::string(*row.handle) : identity::default_handle(id);
    account.name = row.name;
    account.bio = row.bio.value_or(identity::Bio{});
    account.city = row.city.value_or(identity::City{});
    account.joined_at = row.joined.value_or(ctx.now);
    if (!identity::well_formed_handle(account.handle)) return refuse(bad_input, "", {{"/handle", "must be letters, digits and underscores"}});
    if (!identity::store::claim_handle(ctx.tx, identity::fold_handle(account.handle), id)) return refuse(identity::handle_taken);
    identity::store::insert_account(ctx.tx, account);
    ctx.tell(identity::AccountOpened{id, account.joined_at});
    return done();
}

Done change(WriteCtx& ctx, const PersonRow& row, UserId id)
{
    const auto before = identity::store::find_account(ctx.tx, id);
    if (!before || before->state != identity::AccountState::active) return refuse(not_found, "The account is gone");
    identity::store::set_profile(ctx.tx, id, row.name, row.bio ? std::string(*row.bio) : before->bio, row.city ? std::string(*row.city) : before->city,
                                 before->avatar);
    ctx.tell(identity::ProfileChanged{id});
    return done();
}

}  // namespace

void enter_people(Desk& desk, Rows<PersonRow> rows)
{
    std::vector<std::string_view> names;
    for (const auto& one : rows) names.push_back(one.row.id);
    desk.names.look_up(Kind::person, names);
    desk.each_changed<UserId>(Kind::person, rows, [&](const Numbered<PersonRow>& one, UserId known) -> std::optional<UserId> {
        const UserId id = known ? known : desk.ctx.new_id<UserId>();
        const auto enter = [&](WriteCtx& ctx) { return known ? change(ctx, one.row, id) : open(ctx, one.row, id); };
        if (!desk.dry && !desk.as(id, one.line, enter)) return {};
        return id;
    });
}

}  // namespace meadow::app
