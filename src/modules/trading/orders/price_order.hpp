#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/trading/orders/model.hpp"

namespace meadow::trading {

struct WantedLine {
    SkuId sku;
    Whole<1, 999> count;
    std::optional<NoteId> note;   // the note the buyer came from
};
BOOST_DESCRIBE_STRUCT(WantedLine, (), (sku, count, note))

struct WantedOrder {
    ShopId shop;
    std::vector<WantedLine> lines;
    AddressId address;
    Money expected_total;
};

// An order in all but its id: what place_order writes down.
struct PricedOrder {
    Settlement settlement{};
    Money total;
    Money fee;
    std::vector<OrderLine> lines;
    std::string papers;
    std::string shown = {};   // its lines in the buyer's list, as JSON of BuyerOrderLine[]
    std::vector<catalog::SkuOffer> offers = {};   // what it was priced from, in the order of the lines
    ShopTerms terms = {};
};

// The price of these offers together, in the terms of their shop.
Pricing price_offers(const ShopTerms&, const std::vector<catalog::SkuOffer>&, const std::vector<std::int64_t>& counts);

// Prices what a buyer wants from one shop against live offers, the shop's terms and the buyer's address book. Refuses when
// something is not on sale, and when the total is not the one the buyer saw: the refusal then explains the new one.
Result<PricedOrder> price_order(ReadCtx&, const WantedOrder&);

// What an order was priced from, as it is in the transaction that places it: pricing ran before it.
struct Standing {
    db::Asked<catalog::SkuOffer> offers;
    db::Asked<ShopTerms> terms;
};
Standing ask_standing(db::ReadTx&, ShopId, const PricedOrder&);
// Whether all of it still stands. Refuses not_on_sale or price_changed, naming the lines.
Done still_offered(Standing, const PricedOrder&);

}  // namespace meadow::trading
