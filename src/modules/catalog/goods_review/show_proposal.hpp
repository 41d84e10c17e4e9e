#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/goods_review/model.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

// What an operator decides about, side by side with what is on sale now.
struct Proposal {
    ProductId product;
    ShopCard shop;
    std::int64_t version = 0;               // to be named in the decision
    std::optional<ProductContent> current;  // what buyers see; absent for a new product
    ProductContent proposed;
    std::vector<media::Picture> pictures;  // of both
    Instant submitted_at;
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (product, shop, version, current, proposed, pictures, submitted_at))

struct ShowProposal {
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ShowProposal, (), (product))

// Refuses not_found when nothing of the product waits for a decision.
Result<Proposal> show_proposal(ReadCtx&, const ShowProposal&);

}  // namespace meadow::catalog
