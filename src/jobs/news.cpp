#include "jobs/news.hpp"

#include <algorithm>

namespace meadow::jobs {

void Listeners::add(std::string_view subscriber, std::string_view kind, Handle handle)
{
    by_kind_[std::string(kind)].push_back({std::string(subscriber), std::move(handle)});
    if (std::find(subscribers_.begin(), subscribers_.end(), subscriber) == subscribers_.end()) subscribers_.emplace_back(subscriber);
}

const std::vector<Listeners::Subscription>& Listeners::of(std::string_view kind) const
{
    static const std::vector<Subscription> nobody;
    const auto found = by_kind_.find(kind);
    return found == by_kind_.end() ? nobody : found->second;
}

}  // namespace meadow::jobs
