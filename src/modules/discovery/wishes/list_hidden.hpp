#pragma once
#include "jobs/context.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery {

struct HiddenNote {
    NoteId note;
    std::string title;         // empty when it is not public any more
    Instant at;
};
BOOST_DESCRIBE_STRUCT(HiddenNote, (), (note, title, at))

struct HiddenAuthor {
    identity::PersonCard person;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(HiddenAuthor, (), (person, at))

struct HiddenTopic {
    std::string topic;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(HiddenTopic, (), (topic, at))

struct Hidden {
    std::vector<HiddenNote> notes;       // the newest 100 of each kind, newest first
    std::vector<HiddenAuthor> authors;   // those who are still here
    std::vector<HiddenTopic> topics;
};
BOOST_DESCRIBE_STRUCT(Hidden, (), (notes, authors, topics))

// What I do not want to see.
Result<Hidden> list_hidden(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
