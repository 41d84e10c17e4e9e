#include "modules/discovery/engine/heads/calibration.hpp"

#include <algorithm>
#include <vector>

namespace meadow::discovery::engine {
namespace {

constexpr double least = -8, width = 11;   // of logits
constexpr double opinion = 20;       // expected answers by which a bin's ratio is drawn to 1
constexpr double memory = 20'000;    // expected answers of a bin, then its past counts by half

}  // namespace

// Bins are alike in their logit, from 3 in 10,000 to 95 in 100.
double Calibration::place_of(double p)
{
    const double within = std::clamp(p, 1e-4, 0.9999);
    return (std::log(within / (1 - within)) - least) / width * bins;
}

void Calibration::add(double p, double happened)
{
    Tally& bin = told_[std::size_t(std::clamp(int(place_of(p)), 0, bins - 1))];
    bin.add(happened, p);
    bin.forget(memory);
}

void Calibration::fit()
{
    // Blocks of neighbouring bins that must share one value; the value is a rate, and rates must not fall.
    struct Block {
        double happened, weight;
        int last;
    };
    std::vector<Block> blocks;
    for (int b = 0; b < bins; ++b) {
        const Tally& t = told_[std::size_t(b)];
        const double middle = 1 / (1 + std::exp(-((b + 0.5) * width / bins + least)));
        const double answers = (whole(t.expected) + opinion) / middle;   // about how many
        blocks.push_back({whole(t.observed) + opinion, answers, b});
        const auto rate = [](const Block& block) { return block.happened / block.weight; };
        while (blocks.size() > 1 && rate(blocks[blocks.size() - 2]) > rate(blocks.back())) {
            const Block right = blocks.back();
            blocks.pop_back();
            Block& left = blocks.back();
            left = {left.happened + right.happened, left.weight + right.weight, right.last};
        }
    }
    int b = 0;
    for (const Block& block : blocks)
        for (; b <= block.last; ++b) fitted_[std::size_t(b)] = block.happened / block.weight;
}

double Calibration::operator()(double p) const
{
    if (fitted_[0] == 0) return p;
    // Straight from the middle of one bin to that of the next, so that what is likelier is told to be.
    const double at = std::clamp(place_of(p) - 0.5, 0.0, double(bins - 1));
    const auto left = std::size_t(at), right = std::min(left + 1, std::size_t(bins - 1));
    return std::clamp(fitted_[left] + (fitted_[right] - fitted_[left]) * (at - double(left)), 1e-4, 0.95);
}

void Reliability::add(double p, double happened)
{
    const auto bin = std::size_t(std::clamp(int(p * bins), 0, bins - 1));
    told_[bin].add(happened, p);
    ++counts_[bin];
}

double Reliability::error() const
{
    double away = 0;
    for (const Tally& t : told_) away += std::abs(whole(t.observed - t.expected));
    const auto all = answers();
    return all == 0 ? 0 : away / double(all);
}

std::int64_t Reliability::answers() const
{
    std::int64_t all = 0;
    for (const std::int64_t count : counts_) all += count;
    return all;
}

Reliability::Bin Reliability::bin(int which) const
{
    const auto b = std::size_t(which);
    if (counts_[b] == 0) return {};
    return {counts_[b], whole(told_[b].expected) / double(counts_[b]), whole(told_[b].observed) / double(counts_[b])};
}

}  // namespace meadow::discovery::engine
