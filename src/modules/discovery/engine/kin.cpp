#include "modules/discovery/engine/kin.hpp"

#include <algorithm>
#include <bit>

#include "blobs/look.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr double usual_opens = 5;   // of an item, that speak for "nothing is known of it": few opens say little about what goes with it
constexpr int most_different = 3, most_different_copied = 14;   // bits

template <class Rows>
auto kin_of(const std::vector<Scored>& best, double trust, const Rows& rows)
{
    std::vector<Kin<decltype(rows.front().id)>> out;
    for (const Scored& one : best)
        if (one.item < rows.size()) out.push_back({rows[one.item].id, trust * double(one.score) / double(best.front().score)});
    return out;
}

template <class Rows>
auto followed_by(const Taste& taste, std::uint32_t item, const Rows& rows, std::size_t most)
{
    static thread_local Scores next, together;
    const std::uint32_t history[] = {item};
    next.begin();
    together.begin();
    taste.next(history, next);
    taste.together(history, together);
    BestFew few(most);
    together.each([&](std::uint32_t other, const auto& score) {   // whatever came after it was opened by the same person, too
        const Scored one{other, score[0] + next[other]};
        if (other != item && few.may_take(one)) few.take(one);
    });
    const auto best = few.best_first();
    const double opens = taste.count(item);
    return kin_of(best, opens / (opens + usual_opens), rows);
}

}  // namespace

std::vector<Kin<NoteId>> opened_with(const State& state, NoteId id, std::size_t most)
{
    const auto* const found = state.note_numbers.find(id.value);
    if (found == nullptr) return {};
    return followed_by(state.taste, *found, state.notes, most);
}

std::vector<Kin<NoteId>> close_to(const State& state, NoteId id, const FactorSpace* space, std::size_t most)
{
    const auto* const found = state.note_numbers.find(id.value);
    if (found == nullptr || space == nullptr) return {};
    const std::uint32_t history[] = {*found};
    return kin_of(space->nearest(history, most), 1, state.notes);
}

std::vector<Kin<ProductId>> wanted_with(const State& state, ProductId id, std::size_t most)
{
    const auto* const found = state.product_numbers.find(id.value);
    if (found == nullptr) return {};
    return followed_by(state.goods, *found, state.products, most);
}

bool perhaps_twins(std::uint64_t a, std::uint64_t b) { return a != 0 && b != 0 && std::popcount(a ^ b) <= most_different_copied; }

bool twins(const Note& a, const Note& b)
{
    if (&a == &b || !perhaps_twins(a.print, b.print)) return false;
    const int different = std::popcount(a.print ^ b.print);
    return different <= most_different || (different <= most_different_copied && a.author != b.author && blobs::look_alike(a.cover, b.cover));
}

}  // namespace meadow::discovery::engine
