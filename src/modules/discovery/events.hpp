// What discovery tells the street.
#pragma once
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::discovery {

// Somebody named the topics they want to read about.
struct FeedChosen {
    static constexpr std::string_view kind = "discovery.feed_chosen";
    UserId user;
    std::vector<std::string> topics;   // none when they want no personal feed
    Instant at;
};
BOOST_DESCRIBE_STRUCT(FeedChosen, (), (user, topics, at))

// Somebody wants what was learned about them and a topic forgotten; all of it when none is named.
struct InterestForgotten {
    static constexpr std::string_view kind = "discovery.interest_forgotten";
    UserId user;
    std::string topic;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(InterestForgotten, (), (user, topic, at))

// Discover showed notes, to people it knows and to others: how often each, since this was told last. Told every few seconds while anybody reads.
struct NoteShown {
    NoteId note;
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(NoteShown, (), (note, times))
struct NotesShown {
    static constexpr std::string_view kind = "discovery.notes_shown";
    std::vector<NoteShown> notes;      // each once
};
BOOST_DESCRIBE_STRUCT(NotesShown, (), (notes))

// What search knows to be the same is not what it was.
struct WordsChanged {
    static constexpr std::string_view kind = "discovery.words_changed";
    Instant at;
};
BOOST_DESCRIBE_STRUCT(WordsChanged, (), (at))

// The editors chose a note, until then; a moment that has passed takes it back.
struct NotePicked {
    static constexpr std::string_view kind = "discovery.note_picked";
    NoteId note;
    Instant until;
    UserId by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(NotePicked, (), (note, until, by, at))

// The moment of a version of the engine's numbers has come.
struct PolicyDue {
    static constexpr std::string_view kind = "discovery.policy_due";
    std::int64_t version = 0;
    Instant effective_from;
    std::string numbers;               // JSON: those that differ from what the program ships with
};
BOOST_DESCRIBE_STRUCT(PolicyDue, (), (version, effective_from, numbers))

// A person looked at engagement that was found to look bought.
struct FindingDecided {
    static constexpr std::string_view kind = "discovery.finding_decided";
    std::int64_t finding = 0;
    bool upheld = false;
    std::string reason;
    UserId by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(FindingDecided, (), (finding, upheld, reason, by, at))

}  // namespace meadow::discovery
