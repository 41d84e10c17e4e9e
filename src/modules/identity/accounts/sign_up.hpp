#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"
#include "modules/identity/sessions/model.hpp"

namespace meadow::identity {

struct SignUp {
    Text<3, 120> address;              // e-mail or phone
    Text<10, 200> password;            // length is what makes it strong; no other rule
    Name name;
    std::optional<Handle> handle;
    std::optional<Text<0, 80>> device;
};
BOOST_DESCRIBE_STRUCT(SignUp, (), (address, password, name, handle, device))

struct PasswordHash {
    std::string text;
};

// Runs on the hashing pool.
Result<PasswordHash> prepare_sign_up(ReadCtx&, const SignUp&);
// Opens an account and signs in. The address counts as unverified until a code sent to it comes back.
Result<OpenedSession> sign_up(WriteCtx&, const SignUp&, const PasswordHash&);

}  // namespace meadow::identity
