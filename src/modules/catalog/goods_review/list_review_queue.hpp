#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/goods_review/model.hpp"

namespace meadow::catalog {

struct QueuedProduct {
    ProductCard product;
    std::string shop_name;
    bool change = false;  // of a product that is or was on sale; otherwise new
    Instant submitted_at;
};
BOOST_DESCRIBE_STRUCT(QueuedProduct, (), (product, shop_name, change, submitted_at))

struct ListReviewQueue {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListReviewQueue, (), (cursor, limit))

// The longest waiting first.
Result<Page<QueuedProduct>> list_review_queue(ReadCtx&, const ListReviewQueue&);

}  // namespace meadow::catalog
