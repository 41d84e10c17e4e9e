// Every "no" of trading.
#pragma once
#include "base/refusal.hpp"

namespace meadow::trading {

inline const RefusalKind too_many_addresses{"trading.too_many_addresses", 409, "Your address book is full"};
inline const RefusalKind bad_address{"trading.bad_address", 422, "Nothing can be sent to this address"};
inline const RefusalKind cart_full{"trading.cart_full", 409, "Your cart is full"};
inline const RefusalKind not_in_cart{"trading.not_in_cart", 409, "Your cart has changed since you saw it"};
inline const RefusalKind not_on_sale{"trading.not_on_sale", 409, "Some of it is not on sale any more"};
inline const RefusalKind price_changed{"trading.price_changed", 409, "The price has changed since you saw it"};
inline const RefusalKind own_shop{"trading.own_shop", 409, "Nobody buys from their own shop"};
inline const RefusalKind too_late{"trading.too_late", 409, "The order has moved on; this cannot be done any more"};
inline const RefusalKind extended_before{"trading.extended_before", 409, "Receipt was put off once already"};
inline const RefusalKind asked_too_often{"trading.asked_too_often", 409, "A refund of this order was asked for as often as one may"};
inline const RefusalKind foreign_picture{"trading.foreign_picture", 422, "A picture must be one that you have uploaded"};
inline const RefusalKind wrong_month{"trading.wrong_month", 422, "A month looks like 2030-11"};
inline const RefusalKind too_many_filters{"trading.too_many_filters", 409, "The shop keeps as many views of its orders as it may"};

}  // namespace meadow::trading
