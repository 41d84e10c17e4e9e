// One I/O thread: its io_context, its listening socket, its sessions, the clock that is good enough for time-outs, and the
// mailbox through which other threads hand in answers.
#pragma once
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <mutex>
#include <optional>

#include "http/admission.hpp"
#include "http/parser.hpp"
#include "http/proxy.hpp"
#include "http/server.hpp"

namespace meadow::http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using SteadyClock = std::chrono::steady_clock;
// Concrete executors throughout: a type-erased one costs a third of a small request.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using SweepTimer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;
using UseAwaitable = asio::use_awaitable_t<Executor>;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;

// What all threads of one server share.
struct House {
    House(const ServerOptions&, Handler&);

    const ServerOptions options;
    Handler& handler;
    const TrustedProxies proxies;
    BodyBudget bodies;
    Admission admission;
};

class Session;

class Loop : public std::enable_shared_from_this<Loop> {
public:
    // Takes over a listening socket.
    Loop(std::shared_ptr<House>, int index, const Tcp::endpoint&, bool share_port);

    void run();  // on its own thread; returns when stopped and the last session is gone
    // Any thread.
    void stop();   // no new connections, idle ones end, the others after their answer
    void abort();  // the others too
    // Hands in an answer. Answers that come close together wake the thread once.
    void deliver(std::shared_ptr<Session>, Response&&);
    void wake(std::shared_ptr<Session>);  // its event stream has something
    ServerFigures figures() const;
    int port() const { return port_; }

    // This thread only.
    House& house() { return *house_; }
    const IoThread& io_thread() const { return io_thread_; }
    SteadyClock::time_point now() const { return now_; }                    // as of the last sweep
    std::chrono::milliseconds sweep_interval() const { return interval_; }  // how old now() may be
    std::string_view date() const { return date_; }
    bool stopping() const { return stopping_; }
    void new_request_id(std::string& out);
    std::array<char, 64 * 1024>& inbox() { return inbox_; }  // what one read fills; valid until the thread does something else
    void handled();  // a request; the handler may rest once those that arrived with it have been, too
    void flush_later(std::shared_ptr<Session>);  // with the answers to what arrived together, some at a time
    void admit(Session&);
    void forget(Session&);

    enum class Count : std::uint8_t { accepted, requests, bad_requests, timeouts, refused_connections, open, last };
    void count(Count, std::int64_t by = 1);

private:
    struct Mail {
        std::shared_ptr<Session> to;
        std::optional<Response> answer;  // empty: just wake up
    };

    void accept();
    void receive(Socket);
    void turn_away(Socket);
    void sweep();
    void tell_time();
    void rest();
    void flush();
    void put_mail(Mail&&);
    void read_mail();
    std::uint64_t counted(Count) const;

    const std::shared_ptr<House> house_;
    const IoThread io_thread_;
    const std::chrono::milliseconds interval_;
    asio::io_context io_;
    Acceptor acceptor_;
    SweepTimer timer_;
    int port_ = 0;
    bool accept_paused_ = false;
    bool stopping_ = false;
    bool rest_is_due_ = false;
    std::vector<Session*> sessions_;
    std::vector<std::shared_ptr<Session>> unsent_;
    SteadyClock::time_point now_;
    std::string date_;
    std::uint64_t next_id_;
    std::array<char, 64 * 1024> inbox_;
    std::array<std::atomic<std::uint64_t>, static_cast<std::size_t>(Count::last)> counts_{};

    std::mutex mail_mutex_;
    std::vector<Mail> mail_;
    bool mail_closed_ = false;
};

}  // namespace meadow::http
