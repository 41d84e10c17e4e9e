// How connections end: as an event stream, by a deadline, by the server's stop, or lingering until an answer has arrived.
#include <boost/asio/buffer.hpp>

#include "http/session.hpp"
#include "http/problem.hpp"

namespace meadow::http {
namespace {

using Error = boost::system::error_code;

// An answer that refuses a request is followed by a half-close and some patience: closing at once, with bytes of the request
// unread, would reset the connection and take the answer away from the client (RFC 9112 §9.6).
constexpr std::chrono::seconds linger_time{2};

}  // namespace

Awaitable<void> Session::hang_up()
{
    if (!unread_input_) co_return;
    Error ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    enter(Phase::lingering, linger_time);
    while (socket_.is_open()) {
        input_ = {};
        co_await ready(Socket::wait_read);
        if (!receive()) co_return;
    }
}

void Session::open_stream()
{
    channel_ = std::make_shared<EventChannel>([weak = weak_from_this()] {
        auto session = weak.lock();
        if (!session) return;
        Loop& loop = session->loop();
        loop.wake(std::move(session));
    });
    const auto open = std::move(response_.stream);
    response_ = {};
    open(channel_);
}

Awaitable<void> Session::stream_events()
{
    stash();
    watch_peer();
    while (socket_.is_open() && channel_->take(out_)) {
        if (out_.empty()) {
            enter(Phase::streaming, loop_->house().options.event_comment);
            co_await woken();
            continue;
        }
        const auto flushed = flush();
        if (flushed == Flushed::broken) co_return;
        if (flushed == Flushed::blocked && !co_await flush_slowly()) co_return;
    }
}

// Nothing is expected from the client of an event stream but its end.
void Session::watch_peer()
{
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const Error& error) {
        self->input_ = {};
        if (!error && self->receive()) {
            self->input_ = {};
            return self->watch_peer();
        }
        self->abort();
    });
}

void Session::wake_stream()
{
    if (channel_ && channel_->closed()) close();
    wake();
}

void Session::sweep()
{
    if (loop_->now() < deadline_) return;
    switch (phase_) {
        case Phase::handling:
            break;  // the handler's business
        case Phase::streaming:
            if (channel_.use_count() == 1) return abort();  // nobody is left who could send
            channel_->comment();
            break;
        case Phase::idle:
        case Phase::lingering:
            close();
            break;
        case Phase::head:
        case Phase::body:
            expire();
            break;
        case Phase::writing:
            loop_->count(Loop::Count::timeouts);
            close();
            break;
    }
}

void Session::expire()
{
    loop_->count(Loop::Count::timeouts);
    if (request_.id.empty()) loop_->new_request_id(request_.id);
    response_ = server_problem(408, "", request_.id);
    ReplyFrame frame;
    frame.date = loop_->date();
    frame.keep_alive = false;
    const ReplyBody body = write_reply(out_, request_, response_, frame);
    out_ += body.bytes;
    flush();  // as far as it goes
    close();
}

void Session::drain()
{
    const bool nothing_under_way = phase_ == Phase::idle || phase_ == Phase::lingering || channel_;
    if (nothing_under_way) abort();
}

void Session::abort()
{
    close();
    wake();
}

void Session::close()
{
    Error ignored;
    socket_.close(ignored);
    if (channel_) channel_->close();
}

}  // namespace meadow::http
