#include "modules/identity/links/first_operator.hpp"

#include "http/tokens.hpp"
#include "modules/identity/accounts/open_account.hpp"
#include "modules/identity/accounts/password.hpp"
#include "modules/identity/links/store.hpp"
#include "modules/identity/refusals.hpp"
#include "modules/identity/roles/change_role.hpp"

namespace meadow::identity {

std::optional<std::string> first_operator_token(WriteCtx& ctx)
{
    const std::string token = ctx.dice.token();
    const Instant for_ever{INT64_MAX};
    if (!store::put_link(ctx.tx, UserId{}, LinkPurpose::first_operator, http::sha256_hex(token), for_ever)) return {};
    return token;
}

Result<PasswordHash> prepare_first_operator(ReadCtx&, const FirstOperator& in)
{
    if (!parse_contact(in.address)) return refuse(bad_input, "", {{"/address", "must be an e-mail address or a phone number"}});
    return PasswordHash{hash_password(in.password)};
}

Result<OpenedSession> first_operator(WriteCtx& ctx, const FirstOperator& in, const PasswordHash& hash)
{
    if (!store::spend_link(ctx.tx, UserId{}, LinkPurpose::first_operator, http::sha256_hex(in.token), ctx.now)) return refuse(link_spent);
    NewAccount fresh;
    fresh.contact = *parse_contact(in.address);
    fresh.name = in.name;
    fresh.password_hash = hash.text;
    const UserId user = TRY(open_account(ctx, fresh));
    change_role(ctx, user, Role::operator_, true, "the first operator");
    return open_session(ctx, user, "");
}

}  // namespace meadow::identity
