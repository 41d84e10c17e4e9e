#pragma once
#include "modules/identity/accounts/sign_up.hpp"
#include "modules/identity/links/model.hpp"

namespace meadow::identity {

struct ResetPassword {
    LinkToken token;
    Text<10, 200> password;
};
BOOST_DESCRIBE_STRUCT(ResetPassword, (), (token, password))

Result<PasswordHash> prepare_reset_password(ReadCtx&, const ResetPassword&);
// Signs out everywhere.
Done reset_password(WriteCtx&, const ResetPassword&, const PasswordHash&);

}  // namespace meadow::identity
