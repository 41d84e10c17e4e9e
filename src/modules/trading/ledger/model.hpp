// The books. Every movement of money is a posting: two or more entries that sum to zero, written once, never changed. An account's
// balance is the sum of its entries; positive: that much is owed to its holder.
//
//     gateway       negative: what the gateway holds for us             escrow     the shop's, until receipt is confirmed
//     merchant      settled; negative: the shop owes it back            buyer      came in without being waited for
//     platform_fee  the platform's part of this shop's sales            creator    commission, booked by creators
//     refund        on its way back to a buyer
//
//     payment   gateway → escrow (or at once → merchant + platform_fee)        settled      escrow → merchant + platform_fee
//     stray     gateway → buyer                                                 to refund    wherever it is → refund → gateway
#pragma once
#include <string_view>
#include <vector>

#include "modules/trading/orders/model.hpp"
#include "modules/trading/refunds/model.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::trading {

// The platform's part of what a buyer pays, by the profile of the shop; fixed for an order when it is placed.
inline const Setting<Rate> fee_of_light_shops{"trading.fee_of_light_shops", Rate{100}, "The platform's part of a light shop's sale"};
inline const Setting<Rate> fee_of_pop_shops{"trading.fee_of_pop_shops", Rate{500}, "The platform's part of a POP store's sale"};

struct Leg {
    AccountRef account;
    Money amount;
};

// Books legs that sum to zero, each account at most once; legs of nothing are left out. False when `reference` was booked before.
bool post(WriteCtx&, ShopId, std::string_view reference, std::string_view what, OrderId, std::vector<Leg>);

// One for each kind of event; each happens once however often it is asked for.
bool book_payment(WriteCtx&, const Order&, PaymentId);
bool book_stray_payment(WriteCtx&, const Order&, PaymentId, Money amount);
void book_settlement(WriteCtx&, const Order&);
void book_refund_ordered(WriteCtx&, const Order&, const Refund&);
void book_refund_done(WriteCtx&, const Refund&);

}  // namespace meadow::trading
