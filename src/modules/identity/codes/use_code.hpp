#pragma once
#include "modules/identity/codes/model.hpp"

namespace meadow::identity {

// Proves that the caller reads what is sent to the address. A code works once; a wrong guess is remembered although the verb that
// asked refuses.
Done use_code(WriteCtx&, const Contact&, std::string_view code);

}  // namespace meadow::identity
