// Everything the engine knows. A pure fold over what it was told, in order: the same telling makes the same bytes. Owned by one thread.
#pragma once
#include <deque>
#include <unordered_map>
#include <vector>

#include "modules/discovery/engine/experiments.hpp"
#include "modules/discovery/engine/heads/calibration.hpp"
#include "modules/discovery/engine/heads/ftrl.hpp"
#include "modules/discovery/engine/honesty/alike.hpp"
#include "modules/discovery/engine/honesty/together.hpp"
#include "modules/discovery/engine/notes.hpp"
#include "modules/discovery/engine/numbers.hpp"
#include "modules/discovery/engine/people.hpp"
#include "modules/discovery/engine/taste/taste.hpp"

namespace meadow::discovery::engine {

// An impression that waits for its answer, and what is asked of it then.
struct Pending {
    Instant at;
    std::uint32_t reader = 0, note = 0;
    float expected = 0;          // clicks of the average note
    float chance = 0;            // of a click, as it was told when the page was made; 0: not told
    Circumstances where;
    Source source{};
};
BOOST_DESCRIBE_STRUCT(Pending, (), (at, reader, note, expected, chance, where, source))

// A note or a topic that something is to be done about.
struct Due {
    Instant at;
    std::uint32_t which = 0;
};
BOOST_DESCRIBE_STRUCT(Due, (), (at, which))

// How much happens: the last 24 full hours.
struct Pace {
    std::array<std::uint32_t, 24> impressions{}, notes{};
    std::int64_t hour = -1;          // since 1970, the one being counted
    std::int64_t first_hour = -1;
    std::uint32_t impressions_now = 0, notes_now = 0;
};
BOOST_DESCRIBE_STRUCT(Pace, (), (impressions, notes, hour, first_hour, impressions_now, notes_now))

struct State {
    explicit State(const Policy& p) : policy(p), other(p) {}

    Policy policy;
    Policy other;                            // on trial beside it when its share is below 1
    std::vector<PolicyRecord> records;       // of the newest policies, at most most_records
    static constexpr std::size_t most_records = 16;
    Instant now;
    Expectation expectation;
    Spread click_spread, engagement_spread;
    std::vector<Note> notes;
    std::vector<Topic> topics;
    std::vector<Reader> readers;
    std::vector<Author> authors;
    std::vector<Product> products;
    std::vector<Thing> things;
    std::vector<Place> places;
    std::vector<Pick> picks;
    Taste taste;                             // of readers and notes by their dense numbers
    Taste goods{goods_rules()};              // of readers and products, by what they wanted
    std::deque<Pending> pending;
    std::deque<Due> weighing;                // notes whose verdict is due
    std::deque<Due> aging;                   // topics that changed, and since when their ranking waits
    std::vector<std::uint32_t> leading;      // topics, that with the best head of its ranking first
    Ftrl click_head, engage_head, hide_head;
    Calibration click_calibration, engage_calibration, hide_calibration;
    Reliability click_reliability;
    std::deque<Finding> findings;            // the newest
    std::int64_t findings_made = 0;
    LikedTogether together;
    SaidAlike alike;
    Pace pace;
    double first_pool = 0, trial_share = 0;  // in force
    std::uint32_t oldest = 0;                // notes before it are older than a reader's memory

    Numbers note_numbers, reader_numbers, author_numbers, product_numbers, topic_numbers, place_numbers;
    std::unordered_map<std::string, std::uint32_t> thing_numbers;

    const Note* find_note(NoteId) const;
    const Reader* find_reader(UserId) const;

    // Clicks of this reader on the topic beside those of an average one where it was named.
    double affinity(const Reader&, std::uint32_t topic) const;
    // Under which the reader's pages are put together.
    const Policy& policy_of(UserId reader) const
    {
        return other.readers_share < 1 && in_share(std::uint64_t(reader.value), other.version, other.readers_share) ? other : policy;
    }
    PolicyRecord& record(std::int64_t version);
    double viewer(const Reader& r) const { return r.clicks.ratio(1, policy.viewer_strength); }
    double freshness(const Note&, Instant at) const;
    Prior prior(const Note&) const;
    Appeal appeal(const Note& n) const { return appeal_of(n.evidence, prior(n)); }
    double bar(const Note& n) const { return policy.bar * topics[n.topic].offered.ratio(0, 0.01); }
    // The author's record on their other notes, shrunk and bounded.
    double author_mean(const Note&) const;

    // All there is, in two parts that know nothing of each other.
    template <class Archive>
    void each_taste(Archive& a) { a(taste, goods); }
    template <class Archive>
    void each_other(Archive& a)
    {
        a(policy, other, records, now, expectation, click_spread, engagement_spread, notes, topics, readers, authors, products, things, places, picks, pending, weighing, aging, leading,
          click_head, engage_head, hide_head, click_calibration, engage_calibration, hide_calibration, click_reliability,
          findings, findings_made, together, alike, pace,
          first_pool, trial_share, oldest);
        if (a.reading()) number_again();
    }

private:
    // Products are fewer than notes, and people want fewer of them than they read.
    static TasteRules goods_rules()
    {
        TasteRules rules;
        rules.history = rules.history_asked = 20;
        rules.openers = 1;   // companions are asked for notes alone
        rules.links = 4'000'000;
        return rules;
    }
    void number_again();
};

}  // namespace meadow::discovery::engine
