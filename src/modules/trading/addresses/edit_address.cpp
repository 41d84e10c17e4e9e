#include "modules/trading/addresses/edit_address.hpp"

#include "modules/trading/addresses/add_address.hpp"
#include "modules/trading/addresses/store.hpp"

namespace meadow::trading {

Result<Address> edit_address(WriteCtx& ctx, const EditAddress& in)
{
    const Address address = TRY(address_of(in, in.address));
    if (!store::update_address(ctx.tx, ctx.who.user, address)) return refuse(not_found);
    return address;
}

}  // namespace meadow::trading
