// How answers leave a connection: at once, together with those of its neighbours, or as slowly as the peer takes them.
#include <boost/asio/buffer.hpp>

#include "http/session.hpp"

namespace meadow::http {

using Error = boost::system::error_code;

// An answer that was given at once may go out together with those of its neighbours: each send wakes its reader, unless the one before
// has just done so. Who had to wait for a lane waits no longer, and asks again while the lane is busy.
bool Session::may_wait()
{
    if (out_.empty() || !at_once_ || std::exchange(blocked_, false)) return false;
    if (!std::exchange(flush_is_due_, true)) loop_->flush_later(shared_from_this());
    return true;
}

void Session::flush_now()
{
    flush_is_due_ = false;
    blocked_ = flush() != Flushed::all;
    Error ignored;
    if (blocked_) socket_.cancel(ignored);  // the coroutine goes on from here
    else if (out_.capacity() > idle_memory) out_ = {};
}

Awaitable<bool> Session::flush_slowly()
{
    stash();
    for (;;) {
        enter(Phase::writing, loop_->house().options.write_timeout);
        co_await ready(Socket::wait_write);
        const auto flushed = flush();
        if (flushed != Flushed::blocked) co_return flushed == Flushed::all;
    }
}

Session::Flushed Session::flush()
{
    while (sent_ < out_.size() + tail_.size()) {
        const auto from_out = std::min(sent_, out_.size());
        const std::array<asio::const_buffer, 2> pieces{asio::buffer(out_) + from_out,
                                                       asio::const_buffer(tail_.data(), tail_.size()) + (sent_ - from_out)};
        Error error;
        sent_ += socket_.write_some(pieces, error);
        if (error == asio::error::would_block) return Flushed::blocked;
        if (error) return Flushed::broken;
    }
    while (file_.left() > 0) {
        const auto sent = file_.send_some(socket_.native_handle());
        if (sent < 0) return Flushed::broken;
        if (sent == 0) return Flushed::blocked;
    }
    out_.clear();
    if (!tail_.empty()) response_ = {};
    tail_ = {};
    file_ = {};
    sent_ = 0;
    return Flushed::all;
}

}  // namespace meadow::http
