#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::community {

struct UnfurlNote {
    Text<1, 64> note;    // an id; what is none has no page
};
BOOST_DESCRIBE_STRUCT(UnfurlNote, (), (note))

// The app's page at a note, for whoever follows a link: head and words of a note that everybody may see, 404 for any other.
Result<http::Content> unfurl_note(ReadCtx&, const UnfurlNote&);

}  // namespace meadow::community
