#include "modules/discovery/engine/taste/space.hpp"

#include <hnswlib/hnswlib.h>

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

// Vectors of all items, asked one by one.
class Plain : public FactorSpace {
public:
    Plain(Factors factors, std::vector<std::uint32_t> known) : factors_(std::move(factors)), known_(std::move(known)) {}

    std::vector<Scored> nearest(std::span<const std::uint32_t> history, std::size_t most) const override
    {
        const auto reader = factors_.fold_in(history);
        std::vector<Scored> out;
        for (const std::uint32_t item : known_) take(item, factors_.score(reader, item), history, out);
        return best_of(std::move(out), most);
    }
    std::size_t items() const override { return known_.size(); }

protected:
    static void take(std::uint32_t item, float score, std::span<const std::uint32_t> history, std::vector<Scored>& out)
    {
        if (score > 0 && std::find(history.begin(), history.end(), item) == history.end()) out.push_back({item, score});
    }
    static std::vector<Scored> best_of(std::vector<Scored> all, std::size_t most)
    {
        const auto more = [](const Scored& a, const Scored& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; };
        const auto kept = std::min(all.size(), most);
        std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(kept), all.end(), more);
        all.resize(kept);
        return all;
    }

    Factors factors_;
    std::vector<std::uint32_t> known_;
};

// Too many for that: a navigable graph (Malkov & Yashunin 2016) finds nearly all of them.
class Graph final : public Plain {
public:
    Graph(Factors factors, std::vector<std::uint32_t> known)
        : Plain(std::move(factors), std::move(known)), metric_(factors_.size()), graph_(&metric_, known_.size(), 16, 100)
    {
        for (const std::uint32_t item : known_) graph_.addPoint(factors_.item(item).data(), item);
        graph_.setEf(200);
    }

    std::vector<Scored> nearest(std::span<const std::uint32_t> history, std::size_t most) const override
    {
        const auto reader = factors_.fold_in(history);
        auto found = graph_.searchKnn(reader.data(), std::min(known_.size(), most + history.size()));
        std::vector<Scored> out;
        for (; !found.empty(); found.pop()) take(std::uint32_t(found.top().second), 1 - found.top().first, history, out);
        return best_of(std::move(out), most);
    }

private:
    hnswlib::InnerProductSpace metric_;
    hnswlib::HierarchicalNSW<float> graph_;
};

}  // namespace

std::shared_ptr<const FactorSpace> FactorSpace::learn(const std::vector<std::vector<std::uint32_t>>& histories, std::size_t items, const FactorRules& rules)
{
    std::vector<std::uint32_t> readers(items), known;
    for (const auto& history : histories)
        for (const std::uint32_t item : history) ++readers[item];
    for (std::uint32_t item = 0; item < items; ++item)
        if (readers[item] > 1) known.push_back(item);
    Factors factors(rules);
    factors.learn(histories, items);
    if (known.size() <= few) return std::make_shared<Plain>(std::move(factors), std::move(known));
    return std::make_shared<Graph>(std::move(factors), std::move(known));
}

}  // namespace meadow::discovery::engine
