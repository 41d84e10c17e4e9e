#pragma once
#include "jobs/context.hpp"

namespace meadow::catalog {

// What becomes of a person's part in shops when they leave the town: their own shops close for good, they are no longer anybody's staff,
// nobody follows them here, and an application that was not approved goes. Works off a piece; true while more is left. Safe to repeat.
// Reviews stay, without a name (Art. 39 of the E-Commerce Law), and so does what is known of a shop that has sold.
bool leave_shops(WriteCtx&, UserId);

}  // namespace meadow::catalog
