#pragma once
#include "jobs/context.hpp"
#include "modules/trading/prices/model.hpp"

namespace meadow::trading {

struct OneShop {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(OneShop, (), (shop))

// Whether the total is rounded down to whole fen, jiao or yuan.
enum class Rounding : std::uint8_t { fen, jiao, yuan };
BOOST_DESCRIBE_ENUM(Rounding, fen, jiao, yuan)

struct SetTerms {
    ShopId shop;
    Whole<0, 100'000> shipping_fee;                  // fen
    std::optional<Whole<0, 100'000'000>> free_from;  // fen; absent: never free
    Rounding round_to{};
};
BOOST_DESCRIBE_STRUCT(SetTerms, (), (shop, shipping_fee, free_from, round_to))

// What a shop asks for shipping, for everybody to see.
Result<ShopTerms> show_terms(ReadCtx&, const OneShop&);
// Changes it, by the shop's editors. Orders already placed keep their price.
Result<ShopTerms> set_terms(WriteCtx&, const SetTerms&);

}  // namespace meadow::trading
