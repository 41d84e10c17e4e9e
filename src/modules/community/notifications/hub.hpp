// The event streams that are open in this process, by person. Whatever tells somebody something new sends it to all of theirs.
// Thread-safe: streams join on I/O threads, news comes from the pump.
#pragma once
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.hpp"
#include "http/message.hpp"

namespace meadow::community {

class NotificationHub {
public:
    static constexpr std::size_t streams_a_person = 6;   // a browser opens no more to one host
    static constexpr std::size_t streams_in_all = 20'000;

    // Whether one more may be opened; forgets those whose client is gone.
    bool has_room(UserId);
    // When there is no room after all the stream is let go, and the server ends it.
    void join(UserId, std::shared_ptr<http::EventStream>);
    void send(UserId, std::string_view event, std::string_view data);
    std::size_t open() const;

private:
    using Streams = std::vector<std::shared_ptr<http::EventStream>>;
    void forget_gone(Streams&);

    mutable std::mutex mutex_;
    std::unordered_map<UserId, Streams> streams_;
    std::size_t open_ = 0;
};

}  // namespace meadow::community
