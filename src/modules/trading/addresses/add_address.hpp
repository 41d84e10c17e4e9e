#pragma once
#include "jobs/context.hpp"
#include "modules/trading/addresses/model.hpp"

namespace meadow::trading {

// Puts an address into my book. The first one becomes the default.
Result<Address> add_address(WriteCtx&, const AddressForm&);

// The address a form describes; refuses a phone number nobody can call.
Result<Address> address_of(const AddressForm&, AddressId);

}  // namespace meadow::trading
