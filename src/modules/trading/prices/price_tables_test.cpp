// The price, case by case: tests/tables/prices. Input: `shipping FEE [free-from SUM]`, `round FEN`, `line NAME PRICE x COUNT tax PERCENT`.
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "modules/trading/prices/model.hpp"
#include "support/tables.hpp"
#include "text/yuan_text.hpp"

namespace meadow::trading {
namespace {

Money amount_of(const std::string& text)
{
    const std::size_t dot = text.find('.');
    return yuan(std::stoll(text.substr(0, dot)), std::stoi(text.substr(dot + 1)));
}

Pricing read_case(const std::string& input)
{
    Pricing pricing;
    std::istringstream lines(input);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string word, skip;
        words >> word;
        if (word == "shipping") {
            std::string fee, from;
            words >> fee;
            pricing.terms.shipping_fee = amount_of(fee);
            if (words >> skip >> from) pricing.terms.free_from = amount_of(from);
        } else if (word == "round") {
            words >> pricing.terms.round_to;
        } else {
            PricedLine priced;
            std::string price;
            double percent = 0;
            words >> priced.name >> price >> skip >> priced.count >> skip >> percent;
            priced.price = amount_of(price);
            priced.tax_rate = {std::lround(percent * 100)};
            pricing.lines.push_back(priced);
        }
    }
    return pricing;
}

std::string answer(const std::string& input)
{
    const Pricing pricing = priced(read_case(input));
    std::string out;
    Money explained, paid;
    for (const PriceLine& line : pricing.explanation) {
        out += line.step + "  " + line.what + "  " + (line.included ? "(" + lang::decimal(*line.included) + ")" : lang::decimal(line.amount)) + "\n";
        explained += line.amount;
    }
    for (const PricedLine& line : pricing.lines) {
        out += "pays  " + line.name + "  " + lang::decimal(line.goods) + " + " + lang::decimal(line.shipping) + "\n";
        paid += line.paid();
    }
    EXPECT_EQ(explained, pricing.total()) << input;
    EXPECT_EQ(paid, pricing.total()) << input;
    return out + "total  " + lang::decimal(pricing.total()) + "\n";
}

}  // namespace

TEST(Prices, stand_in_tables) { testing::run_tables("prices", answer); }

TEST(Prices, run_in_this_order)
{
    std::vector<std::string_view> names;
    for (const PriceStep& step : price_steps()) names.push_back(step.name);
    EXPECT_EQ(names, (std::vector<std::string_view>{"list_price", "shipping", "round", "tax"}));
}

TEST(Prices, every_fen_is_explained_whatever_is_bought)
{
    for (std::int64_t seed = 1; seed < 2000; ++seed) {
        std::uint64_t x = std::uint64_t(seed) * 0x9E3779B97F4A7C15ull;
        const auto next = [&](std::uint64_t below) { return std::int64_t((x = x * 6364136223846793005ull + 1442695040888963407ull, x >> 33) % below); };
        Pricing pricing;
        pricing.terms = {Money{next(2000)}, next(2) != 0 ? std::optional(Money{next(20'000)}) : std::nullopt, next(2) != 0 ? 100 : 10};
        for (std::int64_t lines = 1 + next(6); lines > 0; --lines) pricing.lines.push_back({"x", Money{1 + next(9999)}, 1 + next(5), Rate{next(2000)}, {}, {}, {}});
        pricing = priced(std::move(pricing));
        Money explained, paid;
        for (const PriceLine& line : pricing.explanation) explained += line.amount;
        for (const PricedLine& line : pricing.lines) {
            EXPECT_GE(line.goods, Money{});
            EXPECT_LE(line.tax, line.goods);
            paid += line.paid();
        }
        ASSERT_EQ(explained, pricing.total()) << seed;
        ASSERT_EQ(paid, pricing.total()) << seed;
        ASSERT_GT(pricing.total(), Money{}) << seed;
    }
}

}  // namespace meadow::trading
