#pragma once
#include "jobs/context.hpp"
#include "modules/identity/sessions/model.hpp"

namespace meadow::identity {

struct SignIn {
    Text<3, 120> address;
    Text<1, 200> password;
    std::optional<Text<0, 80>> device;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (address, password, device))

struct Proven {
    UserId user;
};

// Runs on the hashing pool; takes equally long whether or not the address is known.
Result<Proven> check_password(ReadCtx&, const SignIn&);
Result<OpenedSession> sign_in(WriteCtx&, const SignIn&, const Proven&);

}  // namespace meadow::identity
