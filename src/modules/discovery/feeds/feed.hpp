// How a page of notes comes about: recall → filter → coarse → fine → rerank → mix ads. Each surface names its own list of steps; a
// chronological one needs two. Every step says what it left, so that a page can be explained.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/cards/feed_card.hpp"
#include "modules/discovery/cards/render_cards.hpp"
#include "modules/discovery/diary/surface.hpp"
#include "modules/discovery/lists/cells.hpp"
#include "modules/discovery/lists/model.hpp"

namespace meadow::discovery {

struct Candidate {
    NoteId note;
    UserId author;
    Instant published_at;
    std::int64_t metres = 0;   // nearby only
    double score = 0;
};

// What somebody asked for, and the notes on their way through the steps.
struct FeedWork {
    ReadCtx& ctx;
    std::vector<ListId> lists = {};      // recalled from
    std::optional<Point> from = {};      // nearby: where the reader stands
    NoteId about = {};                   // related: the note that is being read
    UserId author_read = {};             // related: its author
    bool sought = false;                 // the reader went to these authors, so what they hid elsewhere is here
    std::optional<Surface> surface = {};   // what is shown is written down as shown there
    std::int64_t limit = page_size_default;
    Cursor after = {};
    std::vector<Candidate> candidates = {};
    std::optional<Cursor> next = {};     // set by recall while there is more
};

struct Step {
    std::string_view name;
    void (*run)(FeedWork&);
};

// One line of the explanation.
struct StepTrace {
    std::string step;
    std::int64_t left = 0;     // candidates after it
};
BOOST_DESCRIBE_STRUCT(StepTrace, (), (step, left))

struct FeedPage {
    Rendered<std::vector<FeedCard>> items;
    std::size_t cards = 0;                              // as many are they; not told
    std::optional<std::string> next;
    std::optional<std::vector<std::int64_t>> metres;    // nearby: how far each of the items is
    std::optional<Mine> mine;                           // absent for guests
    std::optional<std::vector<StepTrace>> steps;        // when an operator asks with explain=true
};
BOOST_DESCRIBE_STRUCT(FeedPage, (), (items, next, metres, mine, steps))

// Runs the steps until the page is full, at most four times, and puts the cards of what is left on it. A page may still be
// shorter than asked for; `next` leads on.
FeedPage run_feed(FeedWork&, std::span<const Step>, bool explain);

// The cursor of a chronological page: refuses what is not one of ours.
Result<Cursor> feed_cursor(const std::optional<std::string>&);
// Whether the steps are to be shown. Refuses everybody but operators.
Result<bool> may_explain(const ReadCtx&, std::optional<bool> asked);

}  // namespace meadow::discovery
