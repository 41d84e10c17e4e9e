// A page of the feed: recall → filter → fine → rerank → slots, as a visible list of steps. Each says what it left.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modules/discovery/engine/state.hpp"
#include "modules/discovery/engine/taste/space.hpp"

namespace meadow::discovery::engine {

struct Placed {
    NoteId note;
    Source source{};
    double propensity = 1;    // of being here, where chance had a hand in it
    double score = 0;         // the value it was ranked by: appeal × freshness × affinity
    double expected = 0;      // clicks of an average note in its place
    std::int64_t taste = 0;   // Circumstances::taste
    std::optional<double> chance = {};   // of a click by this reader
};
BOOST_DESCRIBE_STRUCT(Placed, (), (note, source, propensity, score, expected, taste, chance))

struct Trace {
    std::string_view step;
    std::int64_t left = 0;
};

struct Page {
    std::vector<Placed> notes;
    std::int64_t policy = 0;
    std::vector<Trace> trace;
};

// What is asked for beside the reader's name; as it is when the page is made.
struct Asked {
    std::vector<UserId> hidden_authors = {};
    std::vector<NoteId> hidden_notes = {};
    std::vector<TopicKey> hidden_topics = {};
    std::vector<TopicKey> paused_topics = {};   // as if nothing were known of the reader and the topic
    std::vector<CellKey> near = {};             // cells around where the reader is, when they say so
    std::shared_ptr<const FactorSpace> space = {};
};

struct Candidate {
    std::uint32_t note = 0;
    Source source{};
    float propensity = 1;
    float score = 0;
    Tie tie{};
};

// A page on its way through the steps.
struct PageWork {
    const State& state;
    const Reader& reader;
    Instant now;
    std::size_t slots;
    const Asked& asked;
    const Policy& policy;   // the reader's: state.policy, or the one on trial beside it
    std::vector<std::pair<std::uint32_t, double>> topics = {};   // on this page, with the reader's affinity; the best first
    std::vector<Candidate> trials = {}, best = {};
    std::vector<Candidate> chosen = {};
    std::vector<std::uint32_t> hidden_authors = {}, hidden_notes = {}, hidden_topics = {}, paused_topics = {};   // by the engine's numbers
    const SeenSpread seen = SeenSpread(reader.seen);
    std::uint32_t self = UINT32_MAX;   // the reader's number as an author; nobody shows them their own

    // Chance that is the same for the same reader and page; `what` tells the questions of a page apart. In [0, 1).
    double chance(std::uint64_t what) const;
    std::optional<std::uint32_t> number() const;   // the engine's of the reader; none of somebody it has not met
    bool may_show(std::uint32_t note) const;
    bool paused(std::uint32_t topic) const;
    double affinity(std::uint32_t topic) const;
};

constexpr Duration days(std::int64_t count) { return Duration{count * 86'400'000'000}; }

struct PageStep {
    std::string_view name;
    void (*run)(PageWork&);
};
std::span<const PageStep> page_steps();

namespace steps {
void weigh_topics(PageWork&);      // which topics, and what they are to the reader
void recall_ranked(PageWork&);     // the best of all these topics' rankings
void recall_taste(PageWork&);      // what goes with what the reader opened last: transitions, common readers, companions
void recall_factors(PageWork&);    // what lies close to it in the space of factor vectors
void recall_follows(PageWork&);    // by those they follow
void recall_social(PageWork&);     // liked by those they follow
void recall_products(PageWork&);   // that pin what they looked at or bought
void recall_nearby(PageWork&);     // about places around them
void recall_picks(PageWork&);      // chosen by the editors
void recall_search(PageWork&);     // what they searched for lately, and what is like it
void recall_trials(PageWork&);     // those that wait longest for their guaranteed views, in the reader's topics first
void drop_twins(PageWork&);        // of nearly the same texts, one
void lower_sold_out(PageWork&);    // what pins only what cannot be bought stands lower
void rank_coarse(PageWork&);       // by appeal × freshness × affinity × tie; the best few go on
void rank_fine(PageWork&);         // the heads: this reader and this note beside what the factors explain
void rerank(PageWork&);            // not the same author, topic or product over and over
void lay_out(PageWork&);           // trials in their reserved slots, the best in the others
}  // namespace steps

// Never shows a note twice; shorter than asked for only when there is nothing else.
Page make_page(const State&, const Reader&, Instant now, std::size_t slots, const Asked& = {});

}  // namespace meadow::discovery::engine
