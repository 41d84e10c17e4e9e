#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::community {

struct ShareNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(ShareNote, (), (note))

struct SharedNote {
    std::string token;   // says who shared what; 12 characters
    std::string link;    // a path of this server
};
BOOST_DESCRIBE_STRUCT(SharedNote, (), (token, link))

// A link to give away. The same link all day, and it counts as one share a day.
Result<SharedNote> share_note(WriteCtx&, const ShareNote&);

struct ResolveShare {
    Text<8, 24> token;
};
BOOST_DESCRIBE_STRUCT(ResolveShare, (), (token))

struct ResolvedShare {
    NoteId note;
    UserId sharer;
};
BOOST_DESCRIBE_STRUCT(ResolvedShare, (), (note, sharer))

// What a link leads to and who gave it away. Whether the note can be seen, its page decides.
Result<ResolvedShare> resolve_share(ReadCtx&, const ResolveShare&);
// The link itself: on to the note's page, which is told the token.
Result<http::Content> follow_share(ReadCtx&, const ResolveShare&);

}  // namespace meadow::community
