#include "modules/discovery/search/freshness.hpp"

#include <algorithm>
#include <iterator>

#include "base/id.hpp"

namespace meadow::discovery {
namespace {

constexpr std::string_view timely_words[] = {"今天", "今日", "最新", "最近", "新品", "新款", "首发", "刚刚", "本周", "这周", "明天", "news", "new "};
constexpr std::string_view guide_words[] = {"教程", "测评", "评测", "怎么", "如何", "攻略", "推荐", "步骤", "做法", "区别", "对比", "清单", "指南", "合集", "how"};

bool any(std::string_view text, const auto& words)
{
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

Freshness freshness_of(std::string_view normalised)
{
    if (any(normalised, timely_words)) return Freshness::timely;
    return any(normalised, guide_words) ? Freshness::guide : Freshness::usual;
}

lang::Fade fade_for(const ReadCtx& ctx, Freshness freshness)
{
    constexpr double ids_a_millisecond = double(compose_id(id_epoch_ms + 1, 0, 0));
    const auto fade = [&](Duration half, float floor) { return lang::Fade{compose_id(ctx.now.ms(), 0, 0), double(half.count()) / 1000 * ids_a_millisecond, floor}; };
    switch (freshness) {
        case Freshness::timely: return fade(timely_half_life(ctx), 0.3f);
        case Freshness::usual: return fade(usual_half_life(ctx), 0.6f);
        case Freshness::guide: return fade(guide_half_life(ctx), 0.8f);
    }
    return {};
}

}  // namespace meadow::discovery
