#include "http/server.hpp"

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

#include "http/loop.hpp"

namespace meadow::http {
namespace {

class ThreadedServer final : public Server {
public:
    ThreadedServer(const ServerOptions& options, Handler& handler)
    {
        const auto house = std::make_shared<House>(options, handler);
        const int threads = std::max(options.io_threads, 1);
        Tcp::endpoint at(asio::ip::make_address(options.address), static_cast<asio::ip::port_type>(options.port));
        // A shared port would also let a second server in silently, so ask without sharing whether it is free.
        if (threads > 1) at = free_endpoint(at);
        for (int index = 0; index < threads; ++index) {
            loops_.push_back(std::make_shared<Loop>(house, index, at, threads > 1));
            at.port(static_cast<asio::ip::port_type>(loops_.front()->port()));
        }
        running_ = threads;
        for (const auto& loop : loops_) {
            threads_.emplace_back([this, loop, name = "io " + std::to_string(threads_.size())] {
                pthread_setname_np(pthread_self(), name.c_str());
                loop->run();
                const std::lock_guard lock(mutex_);
                --running_;
                ended_.notify_all();
            });
        }
    }

    ~ThreadedServer() override { end(std::chrono::milliseconds(0)); }

    int port() const override { return loops_.front()->port(); }

    ServerFigures figures() const override
    {
        ServerFigures all;
        for (const auto& loop : loops_) {
            const ServerFigures one = loop->figures();
            all.accepted += one.accepted;
            all.open += one.open;
            all.requests += one.requests;
            all.bad_requests += one.bad_requests;
            all.timeouts += one.timeouts;
            all.refused_connections += one.refused_connections;
        }
        return all;
    }

    void stop(std::chrono::milliseconds grace) override { end(grace); }

private:
    static Tcp::endpoint free_endpoint(const Tcp::endpoint& wanted)
    {
        asio::io_context io;
        return Acceptor(io, wanted, true).local_endpoint();
    }

    void end(std::chrono::milliseconds grace)
    {
        const std::lock_guard once(stopping_);
        if (threads_.empty()) return;
        for (const auto& loop : loops_) loop->stop();
        {
            std::unique_lock lock(mutex_);
            if (!ended_.wait_for(lock, grace, [this] { return running_ == 0; })) {
                for (const auto& loop : loops_) loop->abort();
            }
        }
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

    std::vector<std::shared_ptr<Loop>> loops_;
    std::vector<std::thread> threads_;
    std::mutex stopping_;
    std::mutex mutex_;
    std::condition_variable ended_;
    int running_ = 0;
};

}  // namespace

std::unique_ptr<Server> start_server(const ServerOptions& options, Handler& handler)
{
    try {
        return std::make_unique<ThreadedServer>(options, handler);
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code(), options.address + ":" + std::to_string(options.port));
    }
}

}  // namespace meadow::http
