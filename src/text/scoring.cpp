#include "text/scoring.hpp"

namespace meadow::lang {
namespace {

template <class Use>
void each_key(Query::Keys keys, Use&& use)
{
    for (; keys != 0; keys &= keys - 1) use(static_cast<std::size_t>(__builtin_ctzll(keys)));
}

}  // namespace

Saturation::Saturation(float average_length)
{
    for (unsigned code = 0; code < slack_.size(); ++code)
        slack_[code] = k1 * (1 - b + b * Segment::decode_length(static_cast<std::uint8_t>(code)) / average_length);
}

Scorer::Scorer(const Query& query, std::vector<float> gains, const Saturation& saturation, const Fade& fade)
    : query_(query), gains_(std::move(gains)), reaches_(gains_.size(), 0), saturation_(saturation), fade_(fade)
{
    each_key(query.beside, [&](std::size_t k) { reaches_[k] += 1; });
    const auto sum = [&](Query::Keys keys) {
        float all = 0;
        each_key(keys, [&](std::size_t k) { all += gains_[k]; });
        return all;
    };
    for (const Query::Wish& wish : query.wishes) {
        // A synonym hardly anybody uses is no better an answer for being rare.
        const float typed = sum(wish.ways.front().counts);
        std::vector<float>& worths = worths_.emplace_back();
        Query::Keys all = 0;
        for (const Query::Way& way : wish.ways) {
            const float said = sum(way.counts);
            worths.push_back(way.worth * (typed > 0 && said > typed ? typed / said : 1));
            all |= way.counts;
        }
        each_key(all, [&](std::size_t k) {
            float most = 0;
            for (std::size_t w = 0; w < wish.ways.size(); ++w)
                if (wish.ways[w].counts >> k & 1) most = std::max(most, worths[w]);
            reaches_[k] += most;
        });
    }
}

float Scorer::combined(Query::Keys there, const std::array<float, Query::most_keys>& contributions) const
{
    const auto sum = [&](Query::Keys keys) {
        float all = 0;
        each_key(keys & there, [&](std::size_t k) { all += contributions[k]; });
        return all;
    };
    float score = sum(query_.beside);
    for (std::size_t i = 0; i < query_.wishes.size(); ++i) {
        const auto& ways = query_.wishes[i].ways;
        float best = 0;
        for (std::size_t w = 0; w < ways.size(); ++w) best = std::max(best, worths_[i][w] * sum(ways[w].counts));
        score += best;
    }
    return score;
}

}  // namespace meadow::lang
