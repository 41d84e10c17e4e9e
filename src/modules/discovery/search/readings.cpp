#include "modules/discovery/search/readings.hpp"

namespace meadow::discovery {

std::int64_t Readings::keep(std::vector<std::int64_t> shown, std::int64_t seed)
{
    const std::lock_guard lock(mutex_);
    last_ = std::max(last_ + 1, seed);
    ids_ += shown.size();
    shown_.emplace(last_, std::move(shown));
    order_.push_back(last_);
    while (ids_ > most_ids) {
        const auto oldest = shown_.find(order_.front());
        ids_ -= oldest->second.size();
        shown_.erase(oldest);
        order_.pop_front();
    }
    return last_;
}

std::optional<std::vector<std::int64_t>> Readings::find(std::int64_t reading) const
{
    const std::lock_guard lock(mutex_);
    const auto found = shown_.find(reading);
    return found == shown_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace meadow::discovery
