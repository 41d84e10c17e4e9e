#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::community {

struct UnfurlPerson {
    Text<1, 64> user;    // an id; what is none has no page
};
BOOST_DESCRIBE_STRUCT(UnfurlPerson, (), (user))

// The app's page at a person, for whoever follows a link; 404 for those who are not here any more.
Result<http::Content> unfurl_person(ReadCtx&, const UnfurlPerson&);

}  // namespace meadow::community
