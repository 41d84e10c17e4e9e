#pragma once
#include "base/page.hpp"
#include "http/call.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/diary/surface.hpp"
#include "modules/discovery/engine/experiments.hpp"
#include "modules/discovery/engine/people.hpp"

namespace meadow::discovery {

enum class ExposureBy : std::uint8_t { day, surface, source, slot, policy };
BOOST_DESCRIBE_ENUM(ExposureBy, day, surface, source, slot, policy)

// What the sums are of: days in UTC, the last thirty when not said, at most 400.
struct ExposureAsked {
    std::optional<Instant> from, until;        // the days these moments lie in, both included
    std::optional<Surface> surface;
    std::optional<engine::Source> source;
    std::optional<Whole<0, 100>> slot;         // 1: the first of its page
    std::optional<std::int64_t> policy;
};
BOOST_DESCRIBE_STRUCT(ExposureAsked, (), (from, until, surface, source, slot, policy))

struct ShowExposure : ExposureAsked {
    ExposureBy by = ExposureBy::surface;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ShowExposure, (ExposureAsked), (by, cursor, limit))

struct ExposureLine {
    std::optional<Instant> day;                // of these five the one that was asked for
    std::optional<std::string> surface;
    std::optional<std::string> source;         // empty: answers that no page stands behind
    std::optional<std::int64_t> slot, policy;
    std::int64_t shown = 0;                    // impressions, to readers who are known
    std::int64_t guests = 0;                   // times shown to somebody nobody knows: they have no part in the rates
    std::int64_t opened = 0, answered = 0;     // impressions that were; whoever answers has opened
    std::int64_t reads = 0;                    // whose reader stayed to read
    std::int64_t likes = 0, collects = 0, comments = 0, shares = 0, follows = 0, carts = 0, orders = 0, hides = 0;
    double expected = 0;                       // opens of an average note in the same places
    double weight = 0, weighted_opens = 0;     // of the random slice, each impression by one over its propensity
    std::optional<engine::Estimate> open_rate, answer_rate, hide_rate;   // of what was shown, with 95 % intervals; absent where nothing was
};
BOOST_DESCRIBE_STRUCT(ExposureLine, (), (day, surface, source, slot, policy, shown, guests, opened, answered, reads, likes, collects, comments, shares, follows, carts,
                                         orders, hides, expected, weight, weighted_opens, open_rate, answer_rate, hide_rate))

struct ExposureLines {
    std::vector<ExposureLine> items;
    std::optional<std::string> next;
    Instant until;                             // days before this one are complete; later ones are not here yet
    double design_effect = 1;                  // by which readers' likeness to themselves widens the intervals
};
BOOST_DESCRIBE_STRUCT(ExposureLines, (), (items, next, until, design_effect))

// What was shown and what came of it, day by day: from the sums, which outlive the pages.
Result<ExposureLines> show_exposure(ReadCtx&, const ShowExposure&);

struct ExportExposure : ExposureAsked {
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ExportExposure, (ExposureAsked), (cursor))

// The sums as they are kept, as CSV. One file is bounded: where there is more, X-Next-Cursor is the cursor of the next file.
Result<http::Content> export_exposure(ReadCtx&, const ExportExposure&);

struct ShowNoteExposure {
    NoteId note;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ShowNoteExposure, (), (note, cursor, limit))

struct NoteDay {
    Instant day;
    std::int64_t shown = 0, guests = 0, opened = 0, answered = 0;
};
BOOST_DESCRIBE_STRUCT(NoteDay, (), (day, shown, guests, opened, answered))

// The same of one note, the newest day first.
Result<Page<NoteDay>> show_note_exposure(ReadCtx&, const ShowNoteExposure&);

}  // namespace meadow::discovery
