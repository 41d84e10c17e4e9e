// The sending end of an event stream: any thread puts events in, the connection's thread takes the bytes out.
#pragma once
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace meadow::http {

class EventChannel final : public EventStream {
public:
    // `wake` is called (on any thread, without a lock held) when there is something to take after there was nothing.
    explicit EventChannel(std::function<void()> wake) : wake_(std::move(wake)) {}

    bool send(std::string_view event, std::string_view data) override;
    void comment();  // keeps proxies from closing a quiet stream

    // Moves what waits behind `out`. False once closed: by close(), or because more than event_stream_cap was waiting.
    bool take(std::string& out);
    void close();
    bool closed();

private:
    bool put(std::string_view text);

    const std::function<void()> wake_;
    std::mutex mutex_;
    std::string waiting_;
    bool closed_ = false;
};

}  // namespace meadow::http
