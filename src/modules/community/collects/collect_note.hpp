#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

inline const Setting<std::int64_t> most_in_album{"community.most_in_album", 5000, "How many notes one album holds"};

struct CollectNote {
    NoteId note;
    std::optional<AlbumId> album;   // absent: where it is already, or the default album
};
BOOST_DESCRIBE_STRUCT(CollectNote, (), (note, album))

// Keeps a note in one of my albums. A note that is kept already moves to the album named.
Done collect_note(WriteCtx&, const CollectNote&);

struct UncollectNote {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(UncollectNote, (), (note))

Done uncollect_note(WriteCtx&, const UncollectNote&);

}  // namespace meadow::community
