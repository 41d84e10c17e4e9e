#include "http/loop.hpp"

#include <boost/asio/post.hpp>
#include <random>

#include "http/problem.hpp"
#include "http/reply.hpp"
#include "http/session.hpp"
#include "http/status.hpp"

namespace meadow::http {
namespace {

using Error = boost::system::error_code;

constexpr std::size_t sent_at_once = 16;  // answers: an answer waits for no more than these

thread_local const Loop* current_loop = nullptr;

// As often as once a second, and twice within the shortest time-out.
std::chrono::milliseconds sweep_interval_for(const ServerOptions& options)
{
    const auto shortest = std::min(
        {options.header_timeout, options.body_timeout, options.idle_timeout, options.write_timeout, options.event_comment});
    return std::clamp(shortest / 2, std::chrono::milliseconds(10), std::chrono::milliseconds(1000));
}

std::string text_of(const asio::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

std::uint64_t random_start()
{
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
}

// SplitMix64's finaliser: consecutive numbers become ids that share nothing.
std::uint64_t scramble(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

}  // namespace

House::House(const ServerOptions& wanted, Handler& who)
    : options(wanted),
      handler(who),
      proxies(wanted.trusted_proxies),
      bodies(wanted.bodies_cap),
      admission(wanted.connections_cap, wanted.connections_per_address)
{
}

Loop::Loop(std::shared_ptr<House> house, int index, const Tcp::endpoint& at, bool share_port)
    : house_(std::move(house)),
      io_thread_{index},
      interval_(sweep_interval_for(house_->options)),
      io_(1),
      acceptor_(io_, at.protocol()),
      timer_(io_),
      next_id_(random_start())
{
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
    if (share_port) acceptor_.set_option(ReusePort(true));
    acceptor_.bind(at);
    acceptor_.listen(asio::socket_base::max_listen_connections);
    acceptor_.non_blocking(true);
    port_ = acceptor_.local_endpoint().port();
    tell_time();
}

void Loop::run()
{
    current_loop = this;
    accept();
    sweep();
    io_.run();
    std::vector<Mail> late;
    {
        const std::lock_guard lock(mail_mutex_);
        mail_closed_ = true;
        late.swap(mail_);
    }
    current_loop = nullptr;
}

void Loop::accept()
{
    acceptor_.async_accept([this](const Error& error, Socket socket) {
        if (stopping_) return;
        if (error) {
            accept_paused_ = true;  // no descriptors left, most likely: the next sweep tries again
            return;
        }
        receive(std::move(socket));
        accept();
    });
}

void Loop::receive(Socket socket)
{
    Error error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;  // already gone
    count(Count::accepted);
    std::string peer = text_of(remote.address());
    const bool trusted = house_->proxies.trusts(peer);
    socket.non_blocking(true, error);
    if (!house_->admission.enter(peer, !trusted)) return turn_away(std::move(socket));
    socket.set_option(Tcp::no_delay(true), error);
    std::make_shared<Session>(shared_from_this(), std::move(socket), std::move(peer), trusted)->start();
}

void Loop::turn_away(Socket socket)
{
    count(Count::refused_connections);
    Request nobody;
    new_request_id(nobody.id);
    Response busy = busy_response(nobody.id);
    ReplyFrame frame;
    frame.date = date_;
    frame.keep_alive = false;
    std::string out;
    out += write_reply(out, nobody, busy, frame).bytes;
    Error ignored;
    socket.read_some(asio::buffer(inbox_), ignored);  // unread bytes would turn the close into a reset
    socket.write_some(asio::buffer(out), ignored);
    socket.shutdown(Socket::shutdown_both, ignored);
}

void Loop::sweep()
{
    tell_time();
    for (std::size_t i = sessions_.size(); i-- > 0;) {
        if (i < sessions_.size()) sessions_[i]->sweep();  // one may end at once
    }
    if (stopping_) {
        if (sessions_.empty()) return;
    } else if (accept_paused_) {
        accept_paused_ = false;
        accept();
    }
    timer_.expires_after(interval_);
    timer_.async_wait([this](const Error&) {
        if (!stopping_ || !sessions_.empty()) sweep();
    });
}

void Loop::tell_time()
{
    now_ = SteadyClock::now();
    date_ =
        http_date(std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

void Loop::stop()
{
    asio::post(io_, [this] {
        flush();
        stopping_ = true;
        Error ignored;
        acceptor_.close(ignored);
        for (std::size_t i = sessions_.size(); i-- > 0;)
            if (i < sessions_.size()) sessions_[i]->drain();
        if (sessions_.empty()) timer_.cancel();
    });
}

void Loop::abort()
{
    asio::post(io_, [this] {
        for (std::size_t i = sessions_.size(); i-- > 0;)
            if (i < sessions_.size()) sessions_[i]->abort();
    });
}

void Loop::admit(Session& session)
{
    session.place = sessions_.size();
    sessions_.push_back(&session);
    count(Count::open);
}

void Loop::forget(Session& session)
{
    sessions_[session.place] = sessions_.back();
    sessions_[session.place]->place = session.place;
    sessions_.pop_back();
    count(Count::open, -1);
    if (stopping_ && sessions_.empty()) timer_.cancel();
}

void Loop::deliver(std::shared_ptr<Session> to, Response&& response)
{
    if (current_loop == this && to->handling()) return to->deliver(std::move(response));
    const auto self = shared_from_this();  // the mail may be the last that holds us
    Mail mail{std::move(to), std::move(response)};
    put_mail(std::move(mail));
}

void Loop::wake(std::shared_ptr<Session> to)
{
    const auto self = shared_from_this();
    Mail mail{std::move(to), {}};
    put_mail(std::move(mail));
}

void Loop::put_mail(Mail&& mail)
{
    bool first = false;
    {
        const std::lock_guard lock(mail_mutex_);
        if (mail_closed_) return;
        first = mail_.empty();
        mail_.push_back(std::move(mail));
    }
    if (first) asio::post(io_, [this] { read_mail(); });
}

void Loop::read_mail()
{
    std::vector<Mail> mails;
    {
        const std::lock_guard lock(mail_mutex_);
        mails.swap(mail_);
    }
    rest();  // an answer may lead on to the next request of its connection, which must see what the answer speaks of
    for (Mail& mail : mails) {
        if (mail.answer) {
            mail.to->deliver(std::move(*mail.answer));
        } else {
            mail.to->wake_stream();
        }
    }
}

// What had arrived together stands in the queue before this.
void Loop::handled()
{
    if (!std::exchange(rest_is_due_, true)) asio::post(io_, [this] { rest(); });
}

void Loop::rest()
{
    if (std::exchange(rest_is_due_, false)) house_->handler.rest(io_thread_);
}

void Loop::flush_later(std::shared_ptr<Session> session)
{
    if (unsent_.size() >= sent_at_once) flush();  // not of the one that comes: it does not wait yet
    if (unsent_.empty()) asio::post(io_, [this] { flush(); });
    unsent_.push_back(std::move(session));
}

void Loop::flush()
{
    for (const auto& session : unsent_) session->flush_now();
    unsent_.clear();
}

void Loop::new_request_id(std::string& out)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::uint64_t id = scramble(next_id_++);
    for (int i = 0; i < 16; ++i, id >>= 4) out += digits[id & 15];
}

// Only this thread writes, so no locked instruction is needed.
void Loop::count(Count what, std::int64_t by)
{
    auto& value = counts_[static_cast<std::size_t>(what)];
    value.store(value.load(std::memory_order_relaxed) + static_cast<std::uint64_t>(by), std::memory_order_relaxed);
}

std::uint64_t Loop::counted(Count what) const { return counts_[static_cast<std::size_t>(what)].load(std::memory_order_relaxed); }

ServerFigures Loop::figures() const
{
    ServerFigures all;
    all.accepted = counted(Count::accepted);
    all.open = counted(Count::open);
    all.requests = counted(Count::requests);
    all.bad_requests = counted(Count::bad_requests);
    all.timeouts = counted(Count::timeouts);
    all.refused_connections = counted(Count::refused_connections);
    return all;
}

}  // namespace meadow::http
