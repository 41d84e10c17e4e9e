#pragma once
#include "modules/identity/accounts/proof.hpp"
#include "modules/identity/accounts/sign_up.hpp"

namespace meadow::identity {

struct ChangePassword {
    Proof proof;
    Text<10, 200> fresh;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (proof, fresh))

// Runs on the hashing pool.
Result<PasswordHash> prepare_change_password(ReadCtx&, const ChangePassword&);
// Also gives a first password to somebody who signs in with codes. Signs out everywhere else.
Done change_password(WriteCtx&, const ChangePassword&, const PasswordHash&);

}  // namespace meadow::identity
