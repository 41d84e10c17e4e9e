// One connection: reads requests, has them handled one after the other, writes the answers. Lives on its Loop's thread, except
// that its last owner may be the thread that holds a Responder.
#pragma once
#include <boost/asio/as_tuple.hpp>

#include "http/event_channel.hpp"
#include "http/loop.hpp"
#include "http/reply.hpp"

namespace meadow::http {

class Session final : public std::enable_shared_from_this<Session> {
public:
    Session(std::shared_ptr<Loop>, Socket, std::string peer, bool peer_trusted);
    ~Session();

    void start();
    void deliver(Response&&);                    // the answer to the request under way
    bool handling() const { return handling_; }  // Handler::handle is on the stack
    void wake();
    void wake_stream();  // its event channel has something to send, or was closed
    void flush_now();    // the Loop, at the end of a burst
    void sweep();        // enforces the deadline
    void drain();        // the server stops: ends when idle, otherwise after the answer
    void abort();        // ends now
    const std::string& request_id() const { return request_.id; }
    Loop& loop() { return *loop_; }
    std::size_t place = 0;  // among the Loop's sessions

private:
    static constexpr std::size_t idle_memory = 4 * 1024;  // bytes; what an idle connection may keep of each buffer
    enum class Phase : std::uint8_t { idle, head, body, handling, writing, streaming, lingering };
    // What the coroutine has to do before there is more to be done at once.
    enum class Next : std::uint8_t { go_on, flush, read, answer, stream, hang_up };
    enum class Flushed : std::uint8_t { all, blocked, broken };
    using Wake = asio::async_result<UseAwaitable, void()>::handler_type;

    Awaitable<void> run();
    Awaitable<void> stream_events();
    Awaitable<void> hang_up();
    Awaitable<bool> flush_slowly();
    auto ready(Socket::wait_type what) { return socket_.async_wait(what, asio::as_tuple(UseAwaitable{})); }
    auto woken()
    {
        UseAwaitable token;
        return asio::async_initiate<UseAwaitable, void()>([this](Wake handler) { waiting_.emplace(std::move(handler)); }, token);
    }

    Next advance();
    void greet();
    void hand_over();
    Next reply();
    Next refuse();
    void open_stream();
    void watch_peer();
    Flushed flush();
    bool may_wait();
    bool receive();
    void stash();
    void await_bytes();
    void enter(Phase, std::chrono::milliseconds limit);
    void expire();
    void close();

    const std::shared_ptr<Loop> loop_;
    Socket socket_;
    const std::string peer_;
    const bool peer_trusted_;

    Request request_;
    Parser parser_;
    std::string_view input_;  // bytes not parsed yet, in the Loop's inbox or in pending_
    std::string pending_;     // what had to be kept while waiting
    bool continued_ = false;  // "100 Continue" was sent

    Response response_;
    bool handed_over_ = false;
    bool handling_ = false;
    bool answered_ = false;
    bool at_once_ = false;  // the last answer was given within Handler::handle
    std::shared_ptr<EventChannel> channel_;

    std::string out_;        // heads and small bodies, gathered
    std::string_view tail_;  // a large body, in response_
    std::size_t sent_ = 0;   // of out_ and tail_
    FilePart file_;
    bool flush_is_due_ = false;  // by the Loop
    bool blocked_ = false;       // it was, and the peer takes no more for now
    bool unread_input_ = false;  // closing now would reset the connection and lose the answer

    std::optional<Wake> waiting_;
    Phase phase_ = Phase::idle;
    SteadyClock::time_point deadline_;
};

}  // namespace meadow::http
