#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {
namespace {

constexpr std::size_t best_of_topic = 10, looked_at = 200;   // of its ranking
constexpr std::size_t newest_of_product = 3;

}  // namespace

// What a search found; and, by a tie of their own, what pins the goods it found and the best of the topic it was about, where what was
// written since stands, too.
void recall_search(PageWork& work)
{
    const State& s = work.state;
    const Searches& lately = work.reader.searches;
    const auto fits = [&](std::uint32_t note) { return note >= s.oldest && !work.paused(s.notes[note].topic); };
    for (const Found& topic : lately.topics) {
        if (work.paused(topic.which)) continue;
        const auto& ranking = s.topics[topic.which].ranking;
        std::size_t suggested = 0;
        for (std::size_t at = 0; at < std::min(ranking.size(), looked_at) && suggested < best_of_topic; ++at) {
            if (!work.may_show(ranking[at].note)) continue;
            suggest(work, ranking[at].note, Source::search, Tie::search_near);
            ++suggested;
        }
    }
    for (const Found& product : lately.products) {
        const auto& pinned_by = s.products[product.which].notes;
        for (std::size_t back = 1; back <= std::min(pinned_by.size(), newest_of_product); ++back)
            if (const std::uint32_t note = pinned_by[pinned_by.size() - back]; fits(note)) suggest(work, note, Source::search, Tie::search_near);
    }
    for (const Found& note : lately.notes)
        if (fits(note.which)) suggest(work, note.which, Source::search, Tie::search);
}

}  // namespace meadow::discovery::engine::steps
