#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/engine/people.hpp"

namespace meadow::discovery {

enum class Answered : std::uint8_t { click, hide, product, cart };
BOOST_DESCRIBE_ENUM(Answered, click, hide, product, cart)

struct AnswerEvent {
    Text<8, 40> event;                 // unique to the reader's client: telling it again counts once
    NoteId note;
    Answered answer{};                 // click: opened · hide: not for me · product, cart: looked at one of its products, put one into the cart
    std::optional<ProductId> product;  // the one
    std::optional<Instant> at;         // now when absent
};
BOOST_DESCRIBE_STRUCT(AnswerEvent, (), (event, note, answer, product, at))

struct RecordAnswers {
    List<AnswerEvent, 100, 1> answers;
};
BOOST_DESCRIBE_STRUCT(RecordAnswers, (), (answers))

struct RecordedAnswers {
    std::int64_t recorded = 0;         // the others were told before
};
BOOST_DESCRIBE_STRUCT(RecordedAnswers, (), (recorded))

// What readers did with the notes of their pages, written down before it is acknowledged. What no page stands behind changes
// nothing. Likes, comments and follows need not be told here: they are heard of anyway.
Result<RecordedAnswers> record_answers(WriteCtx&, const RecordAnswers&);

}  // namespace meadow::discovery
