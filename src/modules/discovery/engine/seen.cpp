#include "modules/discovery/engine/seen.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

constexpr std::int32_t longest = 100;   // days that eight bits tell apart safely

}  // namespace

// Fibonacci hashing, reduced to a room of any size (Lemire 2019), so that it need not grow by doubling.
std::size_t SeenNotes::place_of(std::uint32_t note) const
{
    std::size_t at = std::size_t(std::uint64_t(note * 2654435769u) * notes_.size() >> 32);
    while (notes_[at] != 0 && notes_[at] != note + 1)
        if (++at == notes_.size()) at = 0;
    return at;
}

bool SeenNotes::contains(std::uint32_t note) const { return !notes_.empty() && notes_[place_of(note)] != 0; }

template <class Keep>
void SeenNotes::move_to(std::size_t room, Keep keep)
{
    std::vector<std::uint32_t> notes(room);
    std::vector<std::uint8_t> days(room);
    notes.swap(notes_);
    days.swap(days_);
    count_ = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (notes[i] == 0 || !keep(days[i])) continue;
        const std::size_t at = place_of(notes[i] - 1);
        notes_[at] = notes[i];
        days_[at] = days[i];
        ++count_;
    }
}

void SeenNotes::add(std::uint32_t note, std::int32_t day)
{
    if (day - newest_ > longest) *this = {};
    newest_ = std::max(newest_, day);
    if (4 * (count_ + 1) > 3 * notes_.size()) move_to(notes_.size() + notes_.size() / 4 + 8, [](std::uint8_t) { return true; });
    const std::size_t at = place_of(note);
    if (notes_[at] != 0) return;
    notes_[at] = note + 1;
    days_[at] = std::uint8_t(day);
    ++count_;
}

void SeenNotes::forget_before(std::int32_t day)
{
    if (count_ == 0) return;
    if (day - newest_ > longest) {
        *this = {};
        return;
    }
    const auto is_kept = [day](std::uint8_t of) { return std::int8_t(of - std::uint8_t(day)) >= 0; };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < notes_.size(); ++i) kept += notes_[i] != 0 && is_kept(days_[i]);
    if (kept < count_) move_to(kept + kept / 2 + 8, is_kept);
}

}  // namespace meadow::discovery::engine
