#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {

void QueryLog::note(const Who& who, SearchTab tab, std::string_view query, std::int64_t results, Instant at)
{
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most_waiting) waiting_.push_back({tab, std::string(query), who.user, results, at});
}

std::vector<std::string> QueryLog::hot() const
{
    const std::lock_guard lock(mutex_);
    return hot_;
}

void QueryLog::learned(std::shared_ptr<const lang::Suggest> phrases, std::vector<std::string> hot)
{
    std::atomic_store(&phrases_, std::move(phrases));
    const std::lock_guard lock(mutex_);
    hot_ = std::move(hot);
}

std::vector<AskedQuery> QueryLog::take()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
}

}  // namespace meadow::discovery
