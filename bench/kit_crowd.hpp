// A crowd that reads, for measuring who shows it what: readers with tastes and tempers, notes with a true appeal nobody is told,
// authors whose notes resemble each other, and some who buy likes. Everything follows from a seed.
//
// The spread of appeal within and between authors is of the order of `creator_engagement` (562 accounts: standard deviation of log
// likes per post 0.30 within an account, of log likes per follower 0.55 between accounts). The rest is invented, so several worlds
// that differ in it are kept, and what is tuned in one must hold in the others.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meadow::bench {

// xoshiro256** (Blackman & Vigna 2018)
class Chance {
public:
    explicit Chance(std::uint64_t seed);
    std::uint64_t next();
    double uniform() { return double(next() >> 11) * 0x1p-53; }
    double normal();
    // e^(σ·N − σ²/2): mean 1.
    double around_one(double sigma);
    std::uint32_t below(std::uint32_t n) { return std::uint32_t(uniform() * n); }
    int poisson(double mean);

private:
    std::array<std::uint64_t, 4> state_;
};

struct World {
    std::string_view name = "plain";
    int users = 5'000, days = 10, topics = 30, authors = 3'000, page = 10;
    double impressions_a_day = 300'000;
    double open_rate = 0.12;               // first slot, average note and reader, topic named
    double slot_decay = 0.12;              // 1 / (1 + decay · slot)
    double stranger = 0.35;                // a topic the reader did not name
    double reader_spread = 0.5;
    double note_clicks = 0.40, author_clicks = 0.30, note_engagement = 0.50, author_engagement = 0.35;
    double half_life_hours = 0;            // of the readers' interest; 0: none
    double followers_help = 0;             // correlation of an author's log followers with their log appeal
    double brushers = 0.02;                // share of notes whose likes are bought
    double reads = 0;                      // of those who open an average note stay to read it; 0: nobody knows how long they stay
    std::uint64_t seed = 20301111;
};
// The worlds a policy must hold in.
const std::vector<World>& worlds();

struct CrowdNote {
    std::int64_t born_ms = 0;
    std::uint32_t author = 0, topic = 0;
    double clicks = 1, engagement = 1;     // the truth
    bool bought = false;
    std::uint32_t views = 0;
    std::int64_t found_ms = 0;             // when it reached 300 views; 0: has not
    double appeal() const { return clicks * engagement; }
};

struct CrowdReader {
    std::array<std::uint32_t, 3> topics{};
    double opens = 1, engages = 1, activity = 1;
    bool likes_topic(std::uint32_t t) const { return topics[0] == t || topics[1] == t || topics[2] == t; }
};

constexpr std::array<std::string_view, 7> deeds{"click", "like", "collect", "comment", "share", "follow", "read"};
constexpr std::array<double, 7> deed_weights{0, 1, 1, 4, 4, 8, 0};   // of what is counted in the end; having stayed is no end in itself

// Who decides what is shown. Times in milliseconds since the world began, a Monday at midnight.
class Contender {
public:
    virtual ~Contender() = default;
    virtual std::string_view name() const = 0;
    virtual void user(std::int64_t, std::uint32_t, const CrowdReader&) {}
    virtual void note(std::int64_t at, std::uint32_t note, const CrowdNote&, std::int64_t followers) = 0;
    virtual void event(std::int64_t at, std::uint32_t user, std::uint32_t note, int deed, bool by_feed) = 0;
    virtual std::vector<std::uint32_t> page(std::int64_t at, std::uint32_t user, std::size_t slots) = 0;
};

struct Outcome {
    double engagement = 0;        // weighted, per 1,000 impressions
    double good_found = 0;        // of the best 2 % notes by authors below the median follower count, 300 views
    double found_hours = 0;       // median
    double fraud = 0;             // views of notes with bought likes over others'
    double starved = 0;           // share of notes without 5 views a day after they were born
    double celebrities = 0;       // share of impressions of the 1 % authors with most followers
    std::uint64_t lines = 0;      // told and asked
    double seconds = 0;           // of CPU, the crowd's own included
};

class Crowd {
public:
    Crowd(const World&, double notes_a_day);
    // Lives through all days with this contender.
    Outcome live(Contender&);
    const World& world() const { return world_; }
    const std::vector<CrowdNote>& notes() const { return notes_; }
    const std::vector<CrowdReader>& readers() const { return readers_; }
    // Grown, among the best 2 %, by an author with fewer followers than half of the others.
    bool is_good(const CrowdNote&) const;
    double interest(const CrowdReader&, const CrowdNote&, std::int64_t at) const;   // affinity × age

private:
    void answer(Contender&, Chance&, std::int64_t at, std::uint32_t user, std::uint32_t note, std::size_t slot);

    World world_;
    std::vector<CrowdReader> readers_;
    std::vector<std::int64_t> followers_;
    std::vector<CrowdNote> notes_;      // all that will be written, oldest first
    std::vector<std::pair<std::int64_t, std::uint32_t>> pages_;
    std::vector<std::pair<std::int64_t, std::uint32_t>> bought_;   // a like by link: when, for which note
    double best_ = 0;                   // appeal of the last of the best 2 %
    std::int64_t median_ = 0;           // of followers
    Outcome out_;
};

}  // namespace meadow::bench
