#pragma once
#include "modules/identity/codes/model.hpp"

namespace meadow::identity {

struct SendCode {
    Text<3, 120> address;              // e-mail or phone
};
BOOST_DESCRIBE_STRUCT(SendCode, (), (address))

// Sends six digits to an address. Says the same whether or not anybody here has it.
Done send_code(WriteCtx&, const SendCode&);

}  // namespace meadow::identity
