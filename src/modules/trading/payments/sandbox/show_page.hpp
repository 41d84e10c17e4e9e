#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::trading::sandbox {

struct ShowPage {
    Text<1, 4000> token;
};
BOOST_DESCRIBE_STRUCT(ShowPage, (), (token))

// The page a payer sees: what is to be paid with the sandbox's buttons, or how it went.
Result<http::Content> show_page(ReadCtx&, const ShowPage&);
// Its looks; the page may hold no style of its own.
Result<http::Content> show_style(ReadCtx&, const Nothing&);

}  // namespace meadow::trading::sandbox
