#pragma once
#include "jobs/context.hpp"
#include "modules/trading/refunds/model.hpp"

namespace meadow::trading {

struct AskRefund {
    ShopId shop;
    OrderId order;
    RefundReason reason{};
    std::optional<Text<0, 500>> words;
    std::optional<List<MediaId, refund_pictures_max>> pictures;
};
BOOST_DESCRIBE_STRUCT(AskRefund, (), (shop, order, reason, words, pictures))

// The buyer wants the money of an order back. When nothing has left yet it is granted at once (a setting); otherwise the shop
// is asked and has until `answer_by`.
Result<Refund> ask_refund(WriteCtx&, const AskRefund&);

}  // namespace meadow::trading
