#include "text/suggest.hpp"

#include <algorithm>
#include <limits>
#include <queue>

#include "text/pinyin.hpp"

namespace meadow::lang {

Suggest::Suggest(const Normaliser& normaliser, std::vector<Phrase> phrases) : normaliser_(normaliser)
{
    for (Phrase& phrase : phrases) {
        if (phrase.text.size() > longest_phrase) continue;
        std::string key = normaliser_.plain(phrase.text);
        if (!key.empty()) entries_.push_back({std::move(key), std::move(phrase)});
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.phrase.weight > b.phrase.weight; });
    std::size_t kept = 0;
    for (Entry& entry : entries_) {
        if (kept > 0 && entries_[kept - 1].key == entry.key) {
            std::uint32_t& weight = entries_[kept - 1].phrase.weight;
            weight += std::min(entry.phrase.weight, std::numeric_limits<std::uint32_t>::max() - weight);
        } else if (&entries_[kept++] != &entry) {
            entries_[kept - 1] = std::move(entry);
        }
    }
    entries_.resize(kept);
    phrases_ = kept;
    for (std::size_t i = 0; i < kept; ++i) {
        const Phrase phrase = entries_[i].phrase;
        // The phrase itself ends the key, so that different phrases that are read the same stay apart.
        for (const Spelling& spelling : spellings_of(entries_[i].key)) {
            entries_.push_back({spelling.full + '\n' + phrase.text, phrase});
            if (spelling.initials.size() > 1) entries_.push_back({spelling.initials + '\n' + phrase.text, phrase});
        }
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
    kept = entries_.size();

    tree_.resize(2 * kept);
    for (std::size_t i = 0; i < kept; ++i) tree_[kept + i] = static_cast<std::uint32_t>(i);
    for (std::size_t i = kept; i-- > 1;) {
        const std::uint32_t a = tree_[2 * i], b = tree_[2 * i + 1];
        tree_[i] = entries_[b].phrase.weight > entries_[a].phrase.weight ? b : a;
    }
}

// The heaviest entry of a non-empty range, the first of equals.
std::size_t Suggest::heaviest(std::size_t begin, std::size_t end) const
{
    std::size_t best = begin;
    const auto consider = [&](std::size_t i) {
        const std::uint32_t weight = entries_[i].phrase.weight, most = entries_[best].phrase.weight;
        if (weight > most || (weight == most && i < best)) best = i;
    };
    for (std::size_t l = begin + entries_.size(), r = end + entries_.size(); l < r; l /= 2, r /= 2) {
        if (l % 2 == 1) consider(tree_[l++]);
        if (r % 2 == 1) consider(tree_[--r]);
    }
    return best;
}

std::vector<Phrase> Suggest::complete(std::string_view prefix, std::size_t limit) const
{
    const std::string key = normaliser_.plain(prefix.substr(0, std::min(prefix.size(), longest_phrase)));
    const auto first =
        std::lower_bound(entries_.begin(), entries_.end(), key, [](const Entry& e, const std::string& k) { return e.key < k; });
    const auto last = std::partition_point(first, entries_.end(), [&](const Entry& e) { return e.key.starts_with(key); });

    // The range's winner splits it in two; the next best is the winner of one of the parts.
    struct Range {
        std::size_t begin, end, best;
        std::uint32_t weight;
        bool operator<(const Range& other) const { return weight != other.weight ? weight < other.weight : best > other.best; }
    };
    std::priority_queue<Range> ranges;
    const auto push = [&](std::size_t begin, std::size_t end) {
        if (begin == end) return;
        const std::size_t best = heaviest(begin, end);
        ranges.push({begin, end, best, entries_[best].phrase.weight});
    };
    push(static_cast<std::size_t>(first - entries_.begin()), static_cast<std::size_t>(last - entries_.begin()));
    std::vector<Phrase> out;
    while (out.size() < limit && !ranges.empty()) {
        const Range top = ranges.top();
        ranges.pop();
        const Phrase& best = entries_[top.best].phrase;
        if (std::none_of(out.begin(), out.end(), [&](const Phrase& p) { return p.text == best.text; })) out.push_back(best);
        push(top.begin, top.best);
        push(top.best + 1, top.end);
    }
    return out;
}

}  // namespace meadow::lang
