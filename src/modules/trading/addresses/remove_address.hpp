#pragma once
#include "jobs/context.hpp"
#include "modules/trading/addresses/model.hpp"

namespace meadow::trading {

struct OneAddress {
    AddressId address;
};
BOOST_DESCRIBE_STRUCT(OneAddress, (), (address))

Done remove_address(WriteCtx&, const OneAddress&);
// Offered first from now on.
Done make_default(WriteCtx&, const OneAddress&);

}  // namespace meadow::trading
