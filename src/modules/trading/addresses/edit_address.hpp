#pragma once
#include "jobs/context.hpp"
#include "modules/trading/addresses/model.hpp"

namespace meadow::trading {

struct EditAddress : AddressForm {
    AddressId address;
};
BOOST_DESCRIBE_STRUCT(EditAddress, (AddressForm), (address))

// Replaces an address of mine. Orders that were placed keep the old one.
Result<Address> edit_address(WriteCtx&, const EditAddress&);

}  // namespace meadow::trading
