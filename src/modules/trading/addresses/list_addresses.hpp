#pragma once
#include "jobs/context.hpp"
#include "modules/trading/addresses/model.hpp"

namespace meadow::trading {

struct AddressCard : Address {
    bool is_default = false;
};
BOOST_DESCRIBE_STRUCT(AddressCard, (Address), (is_default))

// My addresses, the default first, then the newest.
Result<std::vector<AddressCard>> list_addresses(ReadCtx&, const Nothing&);

}  // namespace meadow::trading
