#pragma once
#include "modules/identity/codes/model.hpp"
#include "modules/identity/sessions/model.hpp"

namespace meadow::identity {

struct SignInByCode {
    Text<3, 120> address;
    CodeText code;
    std::optional<Name> name;              // for an account that is opened by this
    std::optional<Text<0, 80>> device;
};
BOOST_DESCRIBE_STRUCT(SignInByCode, (), (address, code, name, device))

// Signs in whoever reads what is sent to the address; somebody new gets an account without a password.
Result<OpenedSession> sign_in_by_code(WriteCtx&, const SignInByCode&);

}  // namespace meadow::identity
