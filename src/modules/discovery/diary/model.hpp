// The diary: what the engine is told, written down in order. Deleting all that is in memory and reading it again makes the same bytes.
#pragma once
#include <string>
#include <vector>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery {

enum class EntryKind : std::uint8_t { note, withdrawn, page, deed, follow, unfollow, topics, forget };
BOOST_DESCRIBE_ENUM(EntryKind, note, withdrawn, page, deed, follow, unfollow, topics, forget)

struct Entry {
    UserId reader;          // none: nobody's
    std::string key;        // the same entry told again has the same
    Instant at;
    EntryKind kind{};
    std::string body;       // JSON of one of the structs below
};
BOOST_DESCRIBE_STRUCT(Entry, (), (reader, key, at, kind, body))

struct NoteEntry {
    NoteId note;
    UserId author;
    std::int64_t topic = 0;     // the list of its first topic; 0: none
    std::int64_t face = 0;      // of title and cover: another one is an edit that gives a second chance
};
BOOST_DESCRIBE_STRUCT(NoteEntry, (), (note, author, topic, face))

struct WithdrawnEntry {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(WithdrawnEntry, (), (note))

struct PageEntry {
    std::int64_t policy = 0;
    std::vector<engine::Placed> notes;
};
BOOST_DESCRIBE_STRUCT(PageEntry, (), (policy, notes))

struct DeedEntry {
    NoteId note;
    engine::Deed deed{};
};
BOOST_DESCRIBE_STRUCT(DeedEntry, (), (note, deed))

struct FollowEntry {
    UserId author;
};
BOOST_DESCRIBE_STRUCT(FollowEntry, (), (author))

struct TopicsEntry {
    std::vector<std::int64_t> topics;   // lists; of an entry `forget`: none means all
};
BOOST_DESCRIBE_STRUCT(TopicsEntry, (), (topics))

// Tells the engine one entry. What cannot be read is passed over: it was written by another version.
void tell(engine::Engine&, const Entry&);

}  // namespace meadow::discovery
