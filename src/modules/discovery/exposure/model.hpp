// What became of a day's pages, in sums that name no reader. Pure: the diary's entries in, rows out; the same entries make the same rows.
//
// An answer belongs to the day of the page it answers: the latest page that showed its reader the note, at most `answers_within` before.
// An answer no such page stands behind is counted on its own day, with nothing shown: where the client says, when nobody writes down what
// is shown there, and otherwise (the note came by a link, or the page is longer ago) under the surface `link`. What one reader did with
// one impression counts once, however often told.
//
// When an answer came is what its entry says, but never earlier than what stands before it in the diary was served: a client whose clock
// is slow, or that tells late, cannot reach back into a day that is already written.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "modules/discovery/diary/model.hpp"
#include "modules/discovery/diary/surface.hpp"

namespace meadow::discovery {

constexpr Duration a_day = std::chrono::hours{24};
// Not a setting: the sums of neighbouring days must agree about it, or an answer would count in both or in neither.
constexpr Duration answers_within = a_day;
// By how much pages may stand in the diary in another order than they were served, and clocks of processes differ.
constexpr Duration untidiness = std::chrono::hours{1};

struct ExposureRow {            // discovery_exposure_days
    std::int64_t day = 0;
    std::string surface;
    std::string source;
    std::int64_t slot = 0, policy = 0;
    std::int64_t shown = 0, guests = 0, opened = 0, answered = 0, likes = 0, collects = 0, comments = 0, shares = 0, follows = 0, carts = 0, orders = 0, hides = 0;
    engine::Micro expected = 0, weight = 0, weighted_opens = 0;
    std::int64_t reads = 0;
};
BOOST_DESCRIBE_STRUCT(ExposureRow, (), (day, surface, source, slot, policy, shown, guests, opened, answered, likes, collects, comments, shares, follows, carts, orders,
                                        hides, expected, weight, weighted_opens, reads))

struct NoteExposureRow {        // discovery_exposure_notes
    std::int64_t note_id = 0;
    std::int64_t day = 0;
    std::int64_t shown = 0, guests = 0, opened = 0, answered = 0;
};
BOOST_DESCRIBE_STRUCT(NoteExposureRow, (), (note_id, day, shown, guests, opened, answered))

struct ReadersRow {             // discovery_exposure_readers
    std::int64_t day = 0;
    std::string surface;
    std::int64_t readers = 0, shown = 0, opened = 0, shown_shown = 0, shown_opened = 0, opened_opened = 0;
};
BOOST_DESCRIBE_STRUCT(ReadersRow, (), (day, surface, readers, shown, opened, shown_shown, shown_opened, opened_opened))

// Sorted by key, each key once.
struct DaySums {
    std::vector<ExposureRow> rows;
    std::vector<ReadersRow> readers;
    std::vector<NoteExposureRow> notes;
    std::size_t size() const { return rows.size() + readers.size() + notes.size(); }
};

std::int64_t day_number(Instant);
Instant day_start(std::int64_t day);

// When pages (those of guests among them) and answers happened. To be asked about the entries of the diary in their order, beginning before any page that matters.
class DiaryClock {
public:
    static bool counts(EntryKind kind) { return kind == EntryKind::page || kind == EntryKind::deed || kind == EntryKind::guests || kind == EntryKind::list; }
    // None for what is neither.
    std::optional<Instant> when(EntryKind, Instant said);

private:
    Instant latest_;
};

// One day of one share of the readers, and its guests with the first. Add what the diary holds from `answers_within + untidiness` before the day until as long after it.
class DayFold {
public:
    DayFold(std::int64_t day, std::int64_t shares, std::int64_t share) : day_(day), shares_(shares), share_(share) {}
    void add(const Telling&);
    DaySums sums();             // once

private:
    struct Impression {
        UserId reader;
        NoteId note;
        Instant at;
        engine::Micro expected = 0, weight = 0;
        std::int64_t policy = 0;
        Surface surface{};
        engine::Source source{};
        std::uint16_t slot = 0;         // of its page
        bool served = true;
        std::uint16_t deeds = 0;        // bit i: Deed(i)

        bool did(engine::Deed deed) const { return (deeds >> unsigned(deed) & 1u) != 0; }
        bool opened() const { return (deeds & ~(1u << unsigned(engine::Deed::hide))) != 0; }   // whoever answers has opened it
    };
    struct Answer {
        UserId reader;
        NoteId note;
        Instant at;
        engine::Deed deed{};
        std::optional<Surface> surface;
        std::uint16_t slot = 0;
    };
    bool mine(UserId reader) const { return (std::hash<UserId>{}(reader) >> 32) % std::uint64_t(shares_) == std::uint64_t(share_); }
    ExposureRow& row_of(Surface, const std::string& source, std::int64_t slot, std::int64_t policy);
    void attribute();
    Impression* page_of(const Answer&);
    Impression& unserved(const Answer&);
    void count_guests(const GuestsEntry&);
    void count(const Impression&);
    void count_readers();

    std::int64_t day_, shares_, share_;
    DiaryClock clock_;
    std::vector<Impression> impressions_, unserved_;
    std::vector<Answer> answers_;
    std::map<std::tuple<Surface, std::string, std::int64_t, std::int64_t>, ExposureRow> rows_;
    std::map<NoteId, NoteExposureRow> notes_;
    std::map<Surface, ReadersRow> readers_;
};

}  // namespace meadow::discovery
