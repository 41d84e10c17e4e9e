#pragma once
#include "jobs/context.hpp"
#include "modules/creators/offers/model.hpp"

namespace meadow::creators {

struct AnswerOffer {
    ShopId shop;
    OfferId offer;
    bool accept = false;       // false: decline it, or give up what was accepted
};
BOOST_DESCRIBE_STRUCT(AnswerOffer, (), (shop, offer, accept))

// The author's word. What was accepted holds for orders placed from now on.
Done answer_offer(WriteCtx&, const AnswerOffer&);

struct WithdrawOffer {
    ShopId shop;
    OfferId offer;
};
BOOST_DESCRIBE_STRUCT(WithdrawOffer, (), (shop, offer))

// The shop's word. Orders placed before keep the rate.
Done withdraw_offer(WriteCtx&, const WithdrawOffer&);

}  // namespace meadow::creators
