#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::media {

struct ServeFile {
    Text<1, 64> key;
    Text<1, 32> name;
};
BOOST_DESCRIBE_STRUCT(ServeFile, (), (key, name))

// `key` names a set of files, or is the id of a picture, for those who know no more of it (an avatar, a product's cover in a card):
// then the nearest width there is answers. A file never changes under its address, so it may be kept for ever. Its type is ours,
// not the uploader's: never HTML.
Result<http::Content> serve_file(ReadCtx&, const ServeFile&);

}  // namespace meadow::media
