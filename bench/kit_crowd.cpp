#include "kit_crowd.hpp"

#include <algorithm>
#include <cmath>

#include "kit_load.hpp"

namespace meadow::bench {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::array<double, 6> usual{0, 0.15, 0.06, 0.02, 0.01, 0.01};   // of the deeds, once a note is open
constexpr int read_deed = 6;

}  // namespace

Chance::Chance(std::uint64_t seed)
{
    for (auto& word : state_) {
        seed += 0x9E3779B97F4A7C15ull;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        word = z ^ (z >> 31);
    }
}

std::uint64_t Chance::next()
{
    const auto turn = [](std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); };
    const std::uint64_t out = turn(state_[1] * 5, 7) * 9, t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = turn(state_[3], 45);
    return out;
}

double Chance::normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(6.283185307179586 * uniform()); }
double Chance::around_one(double sigma) { return std::exp(sigma * normal() - sigma * sigma / 2); }

int Chance::poisson(double mean)
{
    int k = 0;
    for (double p = uniform(), floor = std::exp(-mean); p > floor; p *= uniform()) ++k;
    return k;
}

const std::vector<World>& worlds()
{
    static const std::vector<World> all = [] {
        std::vector<World> w(5);
        w[1].name = "fading", w[1].half_life_hours = 96, w[1].seed = 2;
        w[2].name = "alike", w[2].note_clicks = 0.3, w[2].author_clicks = 0.15, w[2].note_engagement = 0.35, w[2].author_engagement = 0.15, w[2].seed = 3;
        w[3].name = "unlike", w[3].note_clicks = 0.6, w[3].note_engagement = 0.8, w[3].open_rate = 0.06, w[3].seed = 4;
        w[4].name = "narrow", w[4].topics = 12, w[4].stranger = 0.15, w[4].slot_decay = 0.3, w[4].reader_spread = 0.9, w[4].page = 6, w[4].seed = 5;
        return w;
    }();
    return all;
}

Crowd::Crowd(const World& world, double notes_a_day) : world_(world)
{
    Chance chance(world.seed);
    for (int i = 0; i < world.users; ++i) {
        CrowdReader r;
        for (std::size_t k = 0; k < 3; ++k) {
            do r.topics[k] = chance.below(std::uint32_t(world.topics));
            while (std::find(r.topics.begin(), r.topics.begin() + std::ptrdiff_t(k), r.topics[k]) != r.topics.begin() + std::ptrdiff_t(k));
        }
        r.opens = chance.around_one(world.reader_spread);
        r.engages = chance.around_one(world.reader_spread);
        r.activity = chance.around_one(0.8);
        readers_.push_back(r);
    }
    struct Writer { double clicks, engagement, output; };
    std::vector<Writer> writers;
    for (int i = 0; i < world.authors; ++i) {
        const double fame = chance.normal();
        followers_.push_back(std::int64_t(std::exp(6 + 0.73 * (i % 50 == 0 ? 4 + fame : fame))));
        Writer w{chance.around_one(world.author_clicks), chance.around_one(world.author_engagement), chance.around_one(1.0)};
        w.clicks *= std::exp(world.followers_help * world.author_clicks * fame);
        writers.push_back(w);
    }
    std::vector<double> until;
    double sum = 0;
    for (const Writer& w : writers) until.push_back(sum += w.output);
    const auto count = std::uint32_t(notes_a_day * world.days);
    for (std::uint32_t i = 0; i < count; ++i) {
        CrowdNote n;
        n.born_ms = std::int64_t((i + chance.uniform()) / count * double(world.days) * double(day_ms));
        n.author = std::uint32_t(std::upper_bound(until.begin(), until.end(), chance.uniform() * sum) - until.begin());
        n.author = std::min(n.author, std::uint32_t(world.authors - 1));
        n.topic = chance.below(std::uint32_t(world.topics));
        n.clicks = writers[n.author].clicks * chance.around_one(world.note_clicks);
        n.engagement = writers[n.author].engagement * chance.around_one(world.note_engagement);
        n.bought = chance.uniform() < world.brushers;
        if (n.bought)
            for (int k = 0; k < 150; ++k) bought_.emplace_back(n.born_ms + std::int64_t(chance.uniform() * 4 * 3'600'000), i);
        notes_.push_back(n);
    }
    std::sort(bought_.begin(), bought_.end());

    std::vector<double> appeals;
    for (const CrowdNote& n : notes_) appeals.push_back(n.appeal());
    std::nth_element(appeals.begin(), appeals.begin() + std::ptrdiff_t(appeals.size() * 98 / 100), appeals.end());
    best_ = appeals[appeals.size() * 98 / 100];
    auto by_fame = followers_;
    std::nth_element(by_fame.begin(), by_fame.begin() + std::ptrdiff_t(by_fame.size() / 2), by_fame.end());
    median_ = by_fame[by_fame.size() / 2];

    std::vector<double> asked;
    sum = 0;
    for (const CrowdReader& r : readers_) asked.push_back(sum += r.activity);
    const double pages_a_day = world.impressions_a_day / world.page;
    for (int i = 0; i < int(pages_a_day * world.days); ++i) {
        const auto user = std::uint32_t(std::upper_bound(asked.begin(), asked.end(), chance.uniform() * sum) - asked.begin());
        // Busier in the evening: thinned by the hour.
        double hour;
        do hour = chance.uniform() * 24;
        while (chance.uniform() > 0.6 + 0.4 * std::sin((hour - 14) / 24 * 6.283));
        const auto day = std::int64_t(i / pages_a_day);
        pages_.emplace_back(day * day_ms + std::int64_t(hour * 3'600'000), std::min(user, std::uint32_t(world.users - 1)));
    }
    std::sort(pages_.begin(), pages_.end());
}

bool Crowd::is_good(const CrowdNote& n) const
{
    return world_.days * day_ms - n.born_ms >= day_ms && n.appeal() >= best_ && followers_[n.author] < median_;
}

double Crowd::interest(const CrowdReader& reader, const CrowdNote& note, std::int64_t at) const
{
    const double topic = reader.likes_topic(note.topic) ? 1 : world_.stranger;
    const double hours = double(at - note.born_ms) / 3.6e6;
    return world_.half_life_hours > 0 ? topic * std::exp2(-hours / world_.half_life_hours) : topic;
}

void Crowd::answer(Contender& contender, Chance& chance, std::int64_t at, std::uint32_t user, std::uint32_t number, std::size_t slot)
{
    const CrowdReader& reader = readers_[user];
    CrowdNote& note = notes_[number];
    if (++note.views == 300) note.found_ms = at;
    const double open = world_.open_rate / (1 + world_.slot_decay * double(slot)) * reader.opens * interest(reader, note, at) * note.clicks;
    if (chance.uniform() >= std::min(0.9, open)) return;
    contender.event(at + 1'000 + std::int64_t(slot) * 500, user, number, 0, true);
    ++out_.lines;
    for (int deed = 1; deed < int(usual.size()); ++deed) {
        if (chance.uniform() >= std::min(0.8, usual[std::size_t(deed)] * reader.engages * note.engagement)) continue;
        contender.event(at + 1'100 + std::int64_t(slot) * 500, user, number, deed, true);
        ++out_.lines;
        out_.engagement += deed_weights[std::size_t(deed)];
    }
    if (world_.reads == 0 || chance.uniform() >= std::min(0.9, world_.reads * reader.engages * note.engagement)) return;
    contender.event(at + 15'000 + std::int64_t(slot) * 500, user, number, read_deed, true);
    ++out_.lines;
}

Outcome Crowd::live(Contender& contender)
{
    out_ = {};
    for (CrowdNote& n : notes_) n.views = 0, n.found_ms = 0;
    const double begun = cpu_seconds_of_thread();
    for (std::uint32_t u = 0; u < readers_.size(); ++u) contender.user(0, u, readers_[u]);
    out_.lines += readers_.size();

    Chance chance(world_.seed ^ 0xabcdef);
    std::size_t written = 0, bought = 0;
    double impressions = 0, famous = 0;
    std::vector<std::int64_t> by_fame = followers_;
    std::sort(by_fame.begin(), by_fame.end());
    const std::int64_t fame = by_fame[by_fame.size() * 99 / 100];
    for (const auto& [at, user] : pages_) {
        for (; written < notes_.size() && notes_[written].born_ms <= at; ++written, ++out_.lines)
            contender.note(notes_[written].born_ms, std::uint32_t(written), notes_[written], followers_[notes_[written].author]);
        for (; bought < bought_.size() && bought_[bought].first <= at; ++bought, ++out_.lines)
            contender.event(bought_[bought].first, std::uint32_t(world_.users) + chance.below(400), bought_[bought].second, 1, false);
        const auto page = contender.page(at, user, std::size_t(world_.page));
        ++out_.lines;
        for (std::size_t slot = 0; slot < page.size(); ++slot) {
            impressions += 1;
            famous += followers_[notes_[page[slot]].author] >= fame;
            answer(contender, chance, at, user, page[slot], slot);
        }
    }
    out_.seconds = cpu_seconds_of_thread() - begun;
    out_.engagement = out_.engagement / impressions * 1'000;
    out_.celebrities = famous / impressions;

    const std::int64_t end = world_.days * day_ms;
    double good = 0, found = 0, bought_views = 0, bought_notes = 0, other_views = 0, other_notes = 0, starved = 0, grown = 0;
    std::vector<double> hours;
    for (const CrowdNote& n : notes_) {
        (n.bought ? bought_views : other_views) += n.views;
        (n.bought ? bought_notes : other_notes) += 1;
        if (end - n.born_ms < day_ms) continue;
        grown += 1;
        starved += n.views < 5;
        if (!is_good(n)) continue;
        good += 1;
        if (n.found_ms == 0) continue;
        found += 1;
        hours.push_back(double(n.found_ms - n.born_ms) / 3.6e6);
    }
    out_.good_found = good > 0 ? found / good : 0;
    out_.starved = grown > 0 ? starved / grown : 0;
    out_.fraud = bought_notes > 0 && other_views > 0 ? bought_views / bought_notes / (other_views / other_notes) : 1;
    std::sort(hours.begin(), hours.end());
    out_.found_hours = hours.empty() ? 0 : hours[hours.size() / 2];
    return out_;
}

}  // namespace meadow::bench
