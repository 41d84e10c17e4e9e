#pragma once
#include "modules/identity/accounts/sign_up.hpp"
#include "modules/identity/links/model.hpp"

namespace meadow::identity {

struct FirstOperator {
    Text<43, 43> token;                    // from the link that the server printed when it first started
    Text<3, 120> address;
    Text<10, 200> password;
    Name name;
};
BOOST_DESCRIBE_STRUCT(FirstOperator, (), (token, address, password, name))

// The secret of the link that makes the first operator; a fresh one at each start, nothing once it was used.
std::optional<std::string> first_operator_token(WriteCtx&);

Result<PasswordHash> prepare_first_operator(ReadCtx&, const FirstOperator&);
// Opens the first operator's account and signs in. Works once in the life of a town.
Result<OpenedSession> first_operator(WriteCtx&, const FirstOperator&, const PasswordHash&);

}  // namespace meadow::identity
