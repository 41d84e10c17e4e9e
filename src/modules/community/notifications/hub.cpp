#include "modules/community/notifications/hub.hpp"

#include <algorithm>

namespace meadow::community {

// A connection that ended has let go of its stream; ours is the last hold on it.
void NotificationHub::forget_gone(Streams& streams)
{
    const auto gone = std::remove_if(streams.begin(), streams.end(), [](const auto& stream) { return stream.use_count() == 1; });
    open_ -= std::size_t(streams.end() - gone);
    streams.erase(gone, streams.end());
}

bool NotificationHub::has_room(UserId user)
{
    const std::lock_guard lock(mutex_);
    if (open_ >= streams_in_all)
        for (auto& [other, streams] : streams_) forget_gone(streams);
    std::erase_if(streams_, [](const auto& entry) { return entry.second.empty(); });
    const auto mine = streams_.find(user);
    if (mine != streams_.end()) forget_gone(mine->second);
    return open_ < streams_in_all && (mine == streams_.end() || mine->second.size() < streams_a_person);
}

void NotificationHub::join(UserId user, std::shared_ptr<http::EventStream> stream)
{
    const std::lock_guard lock(mutex_);
    Streams& mine = streams_[user];
    if (open_ >= streams_in_all || mine.size() >= streams_a_person) return;
    mine.push_back(std::move(stream));
    ++open_;
}

void NotificationHub::send(UserId user, std::string_view event, std::string_view data)
{
    const std::lock_guard lock(mutex_);
    const auto mine = streams_.find(user);
    if (mine == streams_.end()) return;
    auto& streams = mine->second;
    const auto gone = std::remove_if(streams.begin(), streams.end(), [&](const auto& stream) { return !stream->send(event, data); });
    open_ -= std::size_t(streams.end() - gone);
    streams.erase(gone, streams.end());
    if (streams.empty()) streams_.erase(mine);
}

std::size_t NotificationHub::open() const
{
    const std::lock_guard lock(mutex_);
    return open_;
}

}  // namespace meadow::community
