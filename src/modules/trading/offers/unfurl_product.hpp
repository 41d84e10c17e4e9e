#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::trading {

struct UnfurlProduct {
    Text<1, 64> product;    // an id; what is none has no page
};
BOOST_DESCRIBE_STRUCT(UnfurlProduct, (), (product))

// The app's page at a product, for whoever follows a link: live prices and stock as linked data; 404 for what was never on sale.
Result<http::Content> unfurl_product(ReadCtx&, const UnfurlProduct&);

}  // namespace meadow::trading
