#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {
namespace {

bool share_a_product(const Note& a, const Note& b)
{
    return std::any_of(a.products.begin(), a.products.end(), [&](std::uint32_t p) { return std::find(b.products.begin(), b.products.end(), p) != b.products.end(); });
}

}  // namespace

// Greedy, as maximal marginal relevance (Carbonell & Goldstein 1998): the next note is the best once likeness to those in the window
// before it is paid for. An author is bounded on the whole page.
void rerank(PageWork& work)
{
    const State& s = work.state;
    const Policy& p = work.policy;
    std::vector<Candidate> order;
    std::vector<bool> used(work.best.size());
    while (order.size() < work.slots) {
        double best = -1;
        std::size_t which = 0;
        for (std::size_t i = 0; i < work.best.size(); ++i) {
            if (used[i]) continue;
            const Note& note = s.notes[work.best[i].note];
            double score = work.best[i].score;
            if (score <= best) break;   // they come best first, and likeness only lowers
            std::int64_t same_author = 0;
            for (const Candidate& c : order) same_author += s.notes[c.note].author == note.author;
            if (same_author >= p.per_author) continue;
            const std::size_t window = std::min(order.size(), std::size_t(p.diversity_window));
            for (std::size_t back = 1; back <= window; ++back) {
                const Note& before = s.notes[order[order.size() - back].note];
                if (before.topic == note.topic) score *= p.repeated_topic;
                if (share_a_product(before, note)) score *= p.repeated_product;
            }
            if (score > best) {
                best = score;
                which = i;
            }
        }
        if (best < 0) break;
        used[which] = true;
        order.push_back(work.best[which]);
    }
    work.best = std::move(order);
}

}  // namespace meadow::discovery::engine::steps
