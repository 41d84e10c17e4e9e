#pragma once
#include "modules/identity/accounts/sign_up.hpp"
#include "modules/identity/links/model.hpp"

namespace meadow::identity {

struct ResetPassword {
    LinkToken token;
    Text<10, 200> password;
};
BOOST_DESCRIBE_STRUCT(ResetPassword, (), (token, password))

// The token of a link that lets somebody choose a new password. Given out by the command line, to a person the operator knows.
std::string reset_link_token(WriteCtx&, UserId);

Result<PasswordHash> prepare_reset_password(ReadCtx&, const ResetPassword&);
// Signs out everywhere.
Done reset_password(WriteCtx&, const ResetPassword&, const PasswordHash&);

}  // namespace meadow::identity
