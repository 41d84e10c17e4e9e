// What a buyer means to buy. A cart promises nothing: every time it is read, each line is held against live price and stock.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"

namespace meadow::trading {

inline const Setting<std::int64_t> most_cart_lines{"trading.most_cart_lines", 120, "How many different SKUs one cart may hold"};
constexpr std::int64_t most_of_one = 999;

struct CartLine {
    ShopId shop;
    SkuId sku;
    std::int64_t count = 0;
    Money seen_price;              // of one piece, when the buyer put it in
    std::optional<NoteId> note;    // the note the buyer came from
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(CartLine, (), (shop, sku, count, seen_price, note, added_at))

// What stands in the way of buying a line as it is, the worst first.
enum class LineFlag : std::uint8_t { fine, price_changed, too_few, sold_out, withdrawn };
BOOST_DESCRIBE_ENUM(LineFlag, fine, price_changed, too_few, sold_out, withdrawn)

// price_changed can still be bought; the others cannot.
constexpr bool can_be_bought(LineFlag flag) { return flag == LineFlag::fine || flag == LineFlag::price_changed; }

LineFlag flag_of(const CartLine&, bool on_sale, Money price, std::int64_t available);

}  // namespace meadow::trading
