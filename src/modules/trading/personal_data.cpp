// What trading knows about a person, for the export of their data.
#include "base/json.hpp"
#include "modules/trading/addresses/store.hpp"
#include "modules/trading/carts/store.hpp"
#include "modules/trading/module.hpp"
#include "modules/trading/orders/buyer_store.hpp"

namespace meadow::trading {
namespace {

struct PersonalData {
    std::vector<Address> addresses;
    std::vector<CartLine> cart;
    std::vector<BuyerOrder> orders;   // the newest 10,000
};
BOOST_DESCRIBE_STRUCT(PersonalData, (), (addresses, cart, orders))

}  // namespace

void add_personal_data(identity::DataContributors& contributors)
{
    contributors.add("trading", [](ReadCtx& ctx, UserId user) {
        return to_json(PersonalData{store::list_addresses(ctx.tx, user), store::list_lines(ctx.tx, user),
                                    store::list_buyer_orders(ctx.tx, user, INT64_MAX, 10'000)});
    });
}

}  // namespace meadow::trading
