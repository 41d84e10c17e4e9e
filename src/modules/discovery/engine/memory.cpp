// The budget: every few hours what is known is weighed, and when it is too much the coldest goes first. What goes is what a reader who has not
// been here for so long needs least: what may still be answered, then what was learned of their taste, then what led from old notes to
// others. Where everybody comes every day, of all of them the answers that may still come to older pages go, and at last what was seen by
// those who have not been here for some days. The diary keeps everything.
#include "modules/discovery/engine/memory.hpp"

#include <algorithm>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr std::int64_t numbered = Numbers::bytes_each;

std::int64_t bytes_of_note(const Note& n)
{
    return std::int64_t(sizeof n) + numbered + bytes_of(n.products) + bytes_of(n.things) + bytes_of(n.verdicts);
}

std::int64_t bytes_of_reader(const Reader& r)
{
    return std::int64_t(sizeof r) + numbered + bytes_of(r.interests) + bytes_of(r.tastes) + bytes_of(r.follows) + bytes_of(r.exposures) + bytes_of(r.boxes) +
           bytes_of(r.liked) + bytes_of(r.wants) + std::int64_t(r.trades.all.size() * sizeof(Trades::With)) + r.seen.bytes() + r.searches.bytes();
}

void ask_for_sizes(const Reader& r)
{
    for (const auto* row : {&r.interests, &r.follows, &r.boxes, &r.liked, &r.wants}) row->ask_for_size();
    r.tastes.ask_for_size();
    r.exposures.ask_for_size();
    r.seen.ask_for_size();
    r.searches.ask_for_size();
}

// The newest of them stay.
void forget_older_answers(Reader& r)
{
    constexpr std::size_t kept = 40;   // two pages
    if (r.exposures.size() <= kept) return;
    if (r.exposures.size() == Reader::most_exposures) std::rotate(r.exposures.begin(), r.exposures.begin() + r.next_exposure, r.exposures.end());
    r.exposures = Row<Exposure>(r.exposures.end() - kept, r.exposures.end());
    r.next_exposure = kept;
}

}  // namespace

MemoryUse memory_of(const State& s)
{
    MemoryUse out;
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < s.notes.size(); ++i) {
        if (i + ahead < s.notes.size()) s.notes[i + ahead].verdicts.ask_for_size();
        out.notes += bytes_of_note(s.notes[i]);
    }
    for (const Topic& t : s.topics) out.notes += std::int64_t(sizeof t) + numbered + bytes_of(t.members) + bytes_of(t.ranking) + bytes_of(t.touched) + std::int64_t(t.waiting.size() * 4);
    for (const Author& a : s.authors) out.notes += std::int64_t(sizeof a) + numbered + bytes_of(a.notes);
    for (const Product& p : s.products) out.notes += std::int64_t(sizeof p) + numbered + bytes_of(p.notes);
    for (const Thing& t : s.things) out.notes += std::int64_t(sizeof t + 2 * t.name.size()) + numbered + bytes_of(t.notes);
    for (const Place& p : s.places) out.notes += std::int64_t(sizeof p) + numbered + bytes_of(p.notes);
    for (std::size_t i = 0; i < s.readers.size(); ++i) {
        if (i + ahead < s.readers.size()) ask_for_sizes(s.readers[i + ahead]);
        out.readers += bytes_of_reader(s.readers[i]);
    }
    out.readers += std::int64_t(s.pending.size() * sizeof(Pending) + (s.weighing.size() + s.aging.size()) * sizeof(Due));
    out.taste = s.taste.bytes() + s.goods.bytes();
    return out;
}

void Engine::keep_within_memory()
{
    const std::int64_t budget = state_.policy.memory_mb * megabyte;
    std::int64_t total = memory_of(state_).total();
    if (total <= budget) return;
    const std::int64_t enough = budget / 10 * 9;   // so that it is not the same again the next time
    const std::int32_t today = std::int32_t(state_.now.us / 86'400'000'000);
    const auto forget = [&](std::int32_t idle, const auto& what) {
        for (std::uint32_t i = 0; i < state_.readers.size() && total > enough; ++i) {
            Reader& r = state_.readers[i];
            if (today - r.seen.newest_day() < idle) continue;
            const std::int64_t before = bytes_of_reader(r);
            what(i, r);
            total += bytes_of_reader(r) - before;
        }
    };
    const auto answers = [](std::uint32_t, Reader& r) {
        r.exposures = {};
        r.next_exposure = 0;
        r.boxes = {};
    };
    const auto taste = [this](std::uint32_t i, Reader& r) {
        r.tastes = {};
        r.searches.clear();
        state_.taste.forget(i);
    };
    for (const std::int32_t idle : {14, 7, 3, 2}) forget(idle, answers);
    for (const std::int32_t idle : {14, 7, 3}) forget(idle, taste);
    for (const std::int64_t days : {14, 7, 3}) {
        if (total <= enough) return;
        const std::int64_t before = state_.taste.bytes();
        std::uint32_t old = state_.oldest;
        while (old < state_.notes.size() && state_.now - state_.notes[old].born > Duration{days * 86'400'000'000}) ++old;
        state_.taste.retire(old);
        total += state_.taste.bytes() - before;
    }
    forget(0, [](std::uint32_t, Reader& r) { forget_older_answers(r); });
    for (const std::int32_t idle : {14, 7, 3}) forget(idle, [](std::uint32_t, Reader& r) { r.seen = {}; });
}

}  // namespace meadow::discovery::engine
