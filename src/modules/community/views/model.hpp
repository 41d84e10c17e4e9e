// A view: somebody opened a note.
#pragma once
#include <string>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::community {

enum class ViewSource : std::uint8_t { feed, following, search, topic, nearby, user, product, album, share, notification, related, other };
BOOST_DESCRIBE_ENUM(ViewSource, feed, following, search, topic, nearby, user, product, album, share, notification, related, other)

struct View {
    UserId viewer;          // none: a guest
    std::string event;      // what the viewer's client calls it
    NoteId note;
    UserId author;
    Instant at;
    std::int64_t dwell_ms = 0;
    ViewSource source{};
    bool finished = false;  // read to the end
};

// A place in the table of views: read on after it.
struct ViewPlace {
    std::int64_t xid = 0;
    std::int64_t seq = 0;
    auto operator<=>(const ViewPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(ViewPlace, (), (xid, seq))

}  // namespace meadow::community
