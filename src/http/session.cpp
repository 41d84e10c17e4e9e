#include "http/session.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>

#include "http/problem.hpp"
#include "http/url.hpp"

namespace meadow::http {
namespace {

using Error = boost::system::error_code;

constexpr std::size_t gather_cap = 64 * 1024;  // pipelined answers are sent when this much has come together
constexpr std::size_t copy_cap = 16 * 1024;    // larger bodies are sent from where they are

// The answer's way back. Held by the handler; let go without an answer it says 500.
class Reply final : public Responder {
public:
    explicit Reply(std::shared_ptr<Session> session) : session_(std::move(session)) {}
    ~Reply() override
    {
        if (session_) answer(server_problem(500, "The request was dropped", session_->request_id()));
    }
    void answer(Response&& response) noexcept override
    {
        if (!session_) return;
        Loop& loop = session_->loop();
        loop.deliver(std::move(session_), std::move(response));
    }

private:
    std::shared_ptr<Session> session_;
};

}  // namespace

Session::Session(std::shared_ptr<Loop> loop, Socket socket, std::string peer, bool peer_trusted)
    : loop_(std::move(loop)),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      peer_trusted_(peer_trusted),
      parser_(ParserCaps{loop_->house().options.header_cap, loop_->house().options.target_cap}, loop_->house().bodies)
{
}

Session::~Session() = default;

void Session::start()
{
    loop_->admit(*this);
    enter(Phase::idle, loop_->house().options.idle_timeout);
    auto ended = [self = shared_from_this()](const std::exception_ptr&) {
        // Also after an exception (memory ran out): one connection ends, the server does not.
        self->close();
        self->loop_->forget(*self);
        self->loop_->house().admission.leave(self->peer_, !self->peer_trusted_);
    };
    asio::co_spawn(socket_.get_executor(), run(), std::move(ended));
}

Awaitable<void> Session::run()
{
    parser_.start(request_);
    while (socket_.is_open()) {
        const Next next = advance();
        const auto flushed = next == Next::read && may_wait() ? Flushed::all : flush();
        if (flushed == Flushed::broken) co_return;
        if (flushed == Flushed::blocked && !co_await flush_slowly()) co_return;
        switch (next) {
            case Next::go_on:
            case Next::flush:
                break;
            case Next::read:
                if (loop_->stopping() && parser_.untouched()) co_return;
                stash();
                await_bytes();
                co_await ready(Socket::wait_read);
                if (!receive()) co_return;
                break;
            case Next::answer:
                stash();
                phase_ = Phase::handling;
                while (!answered_ && socket_.is_open()) co_await woken();
                break;
            case Next::stream:
                co_await stream_events();
                co_return;
            case Next::hang_up:
                co_await hang_up();
                co_return;
        }
    }
}

// Everything that can be done without waiting.
Session::Next Session::advance()
{
    for (;;) {
        switch (parser_.state()) {
            case Parser::State::head:
            case Parser::State::body: {
                const auto used = parser_.feed(input_);
                input_.remove_prefix(used);
                const auto now = parser_.state();
                const bool hungry = now == Parser::State::head || now == Parser::State::body;
                if (hungry && (used == 0 || input_.empty())) return Next::read;
                break;
            }
            case Parser::State::head_done:
                greet();
                break;
            case Parser::State::failed:
                return refuse();
            case Parser::State::done:
                if (!handed_over_) hand_over();
                if (!answered_) return Next::answer;
                if (const Next next = reply(); next != Next::go_on) return next;
                break;
        }
    }
}

// The headers are there: who asks, for what, and may they send that much?
void Session::greet()
{
    if (peer_trusted_) {
        loop_->house().proxies.introduce(peer_, request_);
    } else {
        request_.remote.assign(peer_);
        request_.secure = false;
    }
    if (request_.id.empty()) loop_->new_request_id(request_.id);
    const auto wrong = split_target(request_.target, request_.path, request_.query);
    if (!wrong.empty()) return parser_.fail(400, wrong);
    parser_.expect_body(parser_.bodiless() ? 0 : loop_->house().handler.body_cap(request_));
    if (parser_.state() == Parser::State::body && parser_.expects_continue() && input_.empty())
        out_ += "HTTP/1.1 100 Continue\r\n\r\n";
}

void Session::hand_over()
{
    loop_->count(Loop::Count::requests);
    handed_over_ = true;
    handling_ = true;
    try {
        loop_->house().handler.handle(loop_->io_thread(), request_, std::make_shared<Reply>(shared_from_this()));
    } catch (...) {
        // The Responder went with it, and answered 500. The router reports faults; this only keeps the server alive.
    }
    handling_ = false;
    loop_->handled();
}

void Session::deliver(Response&& response)
{
    if (!handed_over_ || answered_) return;
    response_ = std::move(response);
    answered_ = true;
    at_once_ = handling_;
    wake();
}

void Session::wake()
{
    if (!waiting_) return;
    Wake handler = std::move(*waiting_);
    waiting_.reset();
    std::move(handler)();
}

Session::Next Session::reply()
{
    const bool streams = response_.stream && request_.method != Method::head;
    ReplyFrame frame;
    frame.date = loop_->date();
    frame.http_1_0 = parser_.http_1_0();
    frame.keep_alive = parser_.keep_alive() && !loop_->stopping() && !streams;
    ReplyBody body = write_reply(out_, request_, response_, frame);
    if (body.bytes.size() <= copy_cap) {
        out_ += body.bytes;
    } else {
        tail_ = body.bytes;
    }
    file_ = std::move(body.file);
    handed_over_ = answered_ = false;
    if (streams) {
        open_stream();
        return Next::stream;
    }
    if (tail_.empty()) response_ = {};
    parser_.start(request_);
    phase_ = Phase::idle;
    if (!frame.keep_alive) {
        unread_input_ = !input_.empty();
        return Next::hang_up;
    }
    return !tail_.empty() || file_.left() > 0 || out_.size() >= gather_cap ? Next::flush : Next::go_on;
}

Session::Next Session::refuse()
{
    loop_->count(Loop::Count::bad_requests);
    if (request_.id.empty()) loop_->new_request_id(request_.id);
    response_ = server_problem(parser_.status(), parser_.why(), request_.id);
    ReplyFrame frame;
    frame.date = loop_->date();
    frame.keep_alive = false;
    const ReplyBody body = write_reply(out_, request_, response_, frame);
    out_ += body.bytes;
    unread_input_ = true;
    return Next::hang_up;
}

bool Session::receive()
{
    Error error;
    auto& inbox = loop_->inbox();
    const auto got = socket_.read_some(asio::buffer(inbox), error);
    if (error == asio::error::would_block) return true;
    if (error) return false;
    if (input_.empty()) {
        input_ = {inbox.data(), got};
    } else {
        pending_.erase(0, pending_.size() - input_.size());
        pending_.append(inbox.data(), got);
        input_ = pending_;
    }
    return true;
}

// The inbox belongs to whoever reads next: what is left of it is kept before the coroutine waits.
void Session::stash()
{
    const auto& inbox = loop_->inbox();
    if (input_.empty()) {
        pending_.clear();
        if (pending_.capacity() > idle_memory) pending_ = {};
    } else if (input_.data() >= inbox.data() && input_.data() < inbox.data() + inbox.size()) {
        pending_.assign(input_);
        input_ = pending_;
    }
}

void Session::await_bytes()
{
    const auto& options = loop_->house().options;
    if (parser_.state() == Parser::State::body) return enter(Phase::body, options.body_timeout);
    if (parser_.untouched()) {
        if (out_.empty() && out_.capacity() > idle_memory) out_ = {};
        return enter(Phase::idle, options.idle_timeout);
    }
    if (phase_ != Phase::head) enter(Phase::head, options.header_timeout);  // the first byte starts the clock
}

void Session::enter(Phase phase, std::chrono::milliseconds limit)
{
    phase_ = phase;
    deadline_ = loop_->now() + limit + loop_->sweep_interval();
}

}  // namespace meadow::http
