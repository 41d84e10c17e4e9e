#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {

void QueryLog::note(const Who& who, SearchTab tab, std::string_view query, std::int64_t results, Instant at)
{
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < most_waiting) waiting_.push_back({tab, std::string(query), who.user, results, at});
}

std::vector<AskedQuery> QueryLog::take()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
}

}  // namespace meadow::discovery
