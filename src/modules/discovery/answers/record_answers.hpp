#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/diary/surface.hpp"
#include "modules/discovery/engine/people.hpp"

namespace meadow::discovery {

enum class Answered : std::uint8_t { click, hide, product, cart, read };
BOOST_DESCRIBE_ENUM(Answered, click, hide, product, cart, read)

struct AnswerEvent {
    Text<8, 40> event;                 // unique to the reader's client: telling it again counts once
    NoteId note;
    Answered answer{};                 // click: opened · hide: not for me · product, cart: looked at one of its products, put one into the cart · read: left it after `dwell_ms`
    std::optional<ProductId> product;  // the one
    std::optional<Whole<0, 86'400'000>> dwell_ms;   // with `read`: how long it was on the screen
    std::optional<Instant> at;         // now when absent
    std::optional<Surface> surface;    // where the note was met; Discover when absent
    std::optional<Whole<1, 1000>> slot;   // at which place of the page; 1: the first
};
BOOST_DESCRIBE_STRUCT(AnswerEvent, (), (event, note, answer, product, dwell_ms, at, surface, slot))

struct RecordAnswers {
    List<AnswerEvent, 100, 1> answers;
};
BOOST_DESCRIBE_STRUCT(RecordAnswers, (), (answers))

struct RecordedAnswers {
    std::int64_t recorded = 0;         // the others were told before, or left too soon to say anything
};
BOOST_DESCRIBE_STRUCT(RecordedAnswers, (), (recorded))

// What readers did with the notes of their pages, written down before it is acknowledged. What no page stands behind changes
// nothing, and of who opened a note only those who stayed for the policy's `read_seconds` are written down again. Likes, comments and follows need not be told here: they are heard of anyway.
Result<RecordedAnswers> record_answers(WriteCtx&, const RecordAnswers&);

}  // namespace meadow::discovery
