// Before something that cannot be undone, the caller proves again who they are: with the password, or with a code sent to one of
// their addresses.
#pragma once
#include "jobs/context.hpp"
#include "modules/identity/codes/model.hpp"

namespace meadow::identity {

struct Proof {
    std::optional<Text<1, 200>> password;
    std::optional<Text<3, 120>> address;   // where the code was sent
    std::optional<CodeText> code;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (password, address, code))

// The part that hashes: refuses wrong_credentials when a password was given and is wrong.
Done check_own_password(ReadCtx&, const Proof&);
// The part that writes: when no password was given, the code decides. Comes before everything else a verb writes (use_code).
Done require_proof(WriteCtx&, const Proof&);

}  // namespace meadow::identity
