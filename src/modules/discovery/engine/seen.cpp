#include "modules/discovery/engine/seen.hpp"

#include <bit>

namespace meadow::discovery::engine {

bool SeenNotes::contains(std::uint32_t note) const
{
    if (table_.empty()) return false;
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = mix(note) >> (32 - std::countr_zero(table_.size())); table_[at] != 0; at = (at + 1) & mask)
        if (table_[at] == note + 1) return true;
    return false;
}

void SeenNotes::insert(std::uint32_t note)
{
    const std::size_t mask = table_.size() - 1;
    std::size_t at = mix(note) >> (32 - std::countr_zero(table_.size()));
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = note + 1;
}

void SeenNotes::rebuild()
{
    table_.assign(std::bit_ceil(order_.size() * 2 + 8), 0);
    for (const std::uint32_t note : order_) insert(note);
}

void SeenNotes::add(std::uint32_t note, std::int32_t day)
{
    if (contains(note)) return;
    order_.push_back(note);
    if (days_.empty() || days_.back().day != day) days_.push_back({day, 0});
    ++days_.back().notes;
    if (order_.size() * 2 > table_.size()) rebuild();
    else insert(note);
}

void SeenNotes::forget_before(std::int32_t day)
{
    std::size_t days = 0, notes = 0;
    while (days < days_.size() && days_[days].day < day) notes += days_[days++].notes;
    if (days == 0) return;
    days_.erase(days_.begin(), days_.begin() + std::ptrdiff_t(days));
    order_.erase(order_.begin(), order_.begin() + std::ptrdiff_t(notes));
    rebuild();
}

}  // namespace meadow::discovery::engine
