#include "http/event_channel.hpp"

namespace meadow::http {

bool EventChannel::send(std::string_view event, std::string_view data)
{
    std::string text;
    text.reserve(event.size() + data.size() + 32);
    if (!event.empty()) {
        text += "event: ";
        for (const char c : event) text += c == '\r' || c == '\n' ? ' ' : c;
        text += '\n';
    }
    // Each line of the data is a line of the event; "\r\n" and "\r" end lines too (WHATWG HTML §9.2.6).
    for (std::size_t at = 0;;) {
        const auto end = data.find_first_of("\r\n", at);
        text += "data: ";
        text += data.substr(at, end == std::string_view::npos ? end : end - at);
        text += '\n';
        if (end == std::string_view::npos) break;
        at = end + (data.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    text += '\n';
    return put(text);
}

void EventChannel::comment() { put(":\n\n"); }

bool EventChannel::put(std::string_view text)
{
    bool wake = false;
    bool open = false;
    {
        const std::lock_guard lock(mutex_);
        if (closed_) return false;
        wake = waiting_.empty();
        if (waiting_.size() + text.size() > event_stream_cap) {
            closed_ = true;
            wake = true;
            waiting_ = {};
        } else {
            waiting_ += text;
        }
        open = !closed_;
    }
    if (wake) wake_();
    return open;
}

bool EventChannel::take(std::string& out)
{
    const std::lock_guard lock(mutex_);
    out += waiting_;
    waiting_.clear();
    return !closed_;
}

void EventChannel::close()
{
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_ = {};
}

bool EventChannel::closed()
{
    const std::lock_guard lock(mutex_);
    return closed_;
}

}  // namespace meadow::http
