#include "modules/trading/prices/model.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include "modules/trading/prices/steps.hpp"

namespace meadow::trading {
namespace steps {

void list_price(Pricing& p)
{
    for (PricedLine& line : p.lines) {
        line.goods = line.price * line.count;
        p.explanation.push_back({"list_price", line.name + " × " + std::to_string(line.count), line.goods, {}});
    }
}

void shipping(Pricing& p)
{
    const bool free = p.terms.free_from && p.goods() >= *p.terms.free_from;
    const Money fee = free ? Money{} : p.terms.shipping_fee;
    std::vector<std::int64_t> weights;
    for (const PricedLine& line : p.lines) weights.push_back(line.goods.minor);
    const std::vector<Money> parts = share(fee, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) p.lines[i].shipping = parts[i];
    p.explanation.push_back({"shipping", free && p.terms.shipping_fee ? "free, the goods come to enough" : "shipping", fee, {}});
}

void round(Pricing& p)
{
    const Money wanted{p.total().minor % std::max<std::int64_t>(p.terms.round_to, 1)};
    // The goods give way, not the shipping, and an order never becomes free by rounding.
    const Money off = p.total() == wanted ? Money{} : std::min(wanted, p.goods());
    if (!off) return;
    std::vector<std::int64_t> weights;
    for (const PricedLine& line : p.lines) weights.push_back(line.goods.minor);
    const std::vector<Money> parts = share(off, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) p.lines[i].goods -= parts[i];
    p.explanation.push_back({"round", "rounded down", -off, {}});
}

void tax(Pricing& p)
{
    std::map<std::int64_t, Money> by_rate;
    for (PricedLine& line : p.lines) {
        line.tax = included_tax(line.goods, line.tax_rate);
        by_rate[line.tax_rate.per_10k] += line.tax;
    }
    for (const auto& [rate, amount] : by_rate)
        if (rate > 0) p.explanation.push_back({"tax", "included, " + percent({rate}), {}, amount});
}

}  // namespace steps

Money included_tax(Money gross, Rate rate)
{
    const __int128 whole = 10000 + rate.per_10k;
    const __int128 scaled = static_cast<__int128>(gross.minor) * rate.per_10k;
    return {static_cast<std::int64_t>((scaled + whole / 2) / whole)};
}

std::string percent(Rate rate)
{
    std::string out = std::to_string(rate.per_10k / 100);
    if (const auto rest = rate.per_10k % 100; rest != 0) out += "." + std::to_string(rest / 10) + (rest % 10 != 0 ? std::to_string(rest % 10) : "");
    return out + " %";
}

Money Pricing::goods() const
{
    Money sum;
    for (const PricedLine& line : lines) sum += line.goods;
    return sum;
}

Money Pricing::total() const
{
    Money sum;
    for (const PricedLine& line : lines) sum += line.paid();
    return sum;
}

std::span<const PriceStep> price_steps()
{
    static constexpr std::array<PriceStep, 4> all{{
        {"list_price", steps::list_price},
        {"shipping", steps::shipping},
        {"round", steps::round},
        {"tax", steps::tax},     // last: it is the part included in what is really paid
    }};
    return all;
}

Pricing priced(Pricing pricing)
{
    for (const PriceStep& step : price_steps()) step.run(pricing);
    Money explained;
    for (const PriceLine& line : pricing.explanation) explained += line.amount;
    assert(explained == pricing.total() && explained >= Money{});
    return pricing;
}

}  // namespace meadow::trading
