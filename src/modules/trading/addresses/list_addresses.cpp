#include "modules/trading/addresses/list_addresses.hpp"

#include <algorithm>

#include "modules/trading/addresses/store.hpp"

namespace meadow::trading {

Result<std::vector<AddressCard>> list_addresses(ReadCtx& ctx, const Nothing&)
{
    const AddressId first = store::find_default(ctx.tx, ctx.who.user);
    std::vector<AddressCard> out;
    for (const Address& address : store::list_addresses(ctx.tx, ctx.who.user)) out.push_back({address, address.id == first});
    std::stable_partition(out.begin(), out.end(), [](const AddressCard& card) { return card.is_default; });
    return out;
}

}  // namespace meadow::trading
