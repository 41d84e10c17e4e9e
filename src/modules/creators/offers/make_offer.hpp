#pragma once
#include "jobs/context.hpp"
#include "modules/creators/offers/model.hpp"

namespace meadow::creators {

inline const Setting<Rate> most_offered{"creators.most_offered", Rate{8000}, "The highest rate a shop may offer to one author"};

struct MakeOffer {
    ShopId shop;
    ProductId product;
    Text<1, 40> handle;            // whose
    Whole<1, 10'000> rate;         // per 10,000; more than the product offers everybody
    std::optional<Text<0, 300>> words;
    std::optional<Instant> until;  // no end when absent
};
BOOST_DESCRIBE_STRUCT(MakeOffer, (), (shop, product, handle, rate, words, until))

// Offers an author a better rate for a product of the shop. Holds once they accept.
Result<RateOffer> make_offer(WriteCtx&, const MakeOffer&);

}  // namespace meadow::creators
