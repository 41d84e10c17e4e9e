#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::catalog {

struct UnfurlShop {
    Text<1, 64> shop;    // an id; what is none has no page
};
BOOST_DESCRIBE_STRUCT(UnfurlShop, (), (shop))

// The app's page at a shop, for whoever follows a link; 404 for one that is closed or never was.
Result<http::Content> unfurl_shop(ReadCtx&, const UnfurlShop&);

}  // namespace meadow::catalog
