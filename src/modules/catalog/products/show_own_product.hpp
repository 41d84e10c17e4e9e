#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/goods_review/model.hpp"

namespace meadow::catalog {

struct OwnSku {
    SkuId id;
    std::string spec;
};
BOOST_DESCRIBE_STRUCT(OwnSku, (), (id, spec))

// A product as its merchant works on it: `content` can be sent back as an edit.
struct OwnProduct {
    ProductId id;
    ProductState state{};
    bool hidden = false;  // by a verdict
    std::int64_t version = 0;
    ProductContent content;                // what buyers see when it is on sale
    std::vector<OwnSku> skus;              // in the order of content.skus
    std::optional<PendingChange> pending;  // what waits for review, or was rejected
    std::string reason;                    // of its last move
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(OwnProduct, (), (id, state, hidden, version, content, skus, pending, reason, created_at))

struct ShowOwnProduct {
    ShopId shop;
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ShowOwnProduct, (), (shop, product))

Result<OwnProduct> show_own_product(ReadCtx&, const ShowOwnProduct&);

}  // namespace meadow::catalog
