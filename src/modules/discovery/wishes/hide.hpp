#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/wishes/store.hpp"
#include "base/bounded.hpp"

namespace meadow::discovery {

struct HideNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(HideNote, (), (note))
struct HideAuthor {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(HideAuthor, (), (user))
struct HideTopic {
    Text<1, 30> topic;
};
BOOST_DESCRIBE_STRUCT(HideTopic, (), (topic))

// Never again in anything suggested to me: discover, latest, nearby, related, topics, search. Holds from the next page on. Where I go
// to the author myself, or follow them, everything is there.
Done hide_note(WriteCtx&, const HideNote&);
Done hide_author(WriteCtx&, const HideAuthor&);
Done hide_topic(WriteCtx&, const HideTopic&);
// Taken back.
Done show_note_again(WriteCtx&, const HideNote&);
Done show_author_again(WriteCtx&, const HideAuthor&);
Done show_topic_again(WriteCtx&, const HideTopic&);

}  // namespace meadow::discovery
