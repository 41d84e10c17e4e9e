// The HTTP/1.1 server: bytes to Request and Response to bytes. The only asynchronous code of Meadow.
// One io_context a thread, each with its own listening socket (SO_REUSEPORT). TLS is a reverse proxy's work.
//
// A connection has one request under way at a time: pipelined requests wait in order, so a read behind a write sees it.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace meadow::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    int port = 8080;  // 0: any free port, see Server::port()
    int io_threads = 1;
    std::vector<std::string> trusted_proxies;    // addresses or CIDR whose X-Forwarded-For/-Proto and X-Request-Id count
    std::size_t header_cap = 16 * 1024;          // request line and headers together → 431
    std::size_t target_cap = 4096;               // → 414
    std::size_t bodies_cap = 256 * 1024 * 1024;  // all bodies in memory together → 503
    int connections_cap = 10'000;                // beyond: refused with 503 and closed
    int connections_per_address = 1024;          // a trusted proxy may have more
    // Time-outs are kept by one sweep a second a thread (more often when one is shorter): never early, up to a second late.
    std::chrono::milliseconds header_timeout{10'000};  // from the first byte to the last header → 408
    std::chrono::milliseconds body_timeout{30'000};    // without any progress → 408
    std::chrono::milliseconds idle_timeout{60'000};    // between requests
    std::chrono::milliseconds write_timeout{30'000};   // a client that does not read
    std::chrono::milliseconds event_comment{15'000};   // between the comments that keep event streams open
};

struct ServerFigures {
    std::uint64_t accepted = 0, open = 0, requests = 0, bad_requests = 0, timeouts = 0, refused_connections = 0;
};

class Server {
public:
    virtual ~Server() = default;
    virtual int port() const = 0;
    virtual ServerFigures figures() const = 0;
    // Stops accepting, ends idle connections and event streams at once, lets requests under way finish for at most `grace`,
    // joins. Not to be called on an I/O thread.
    virtual void stop(std::chrono::milliseconds grace) = 0;
};

// Listens and serves until stop(), or until it is destroyed. Throws std::system_error when the address cannot be had and
// std::invalid_argument when a trusted proxy is not an address or network. The handler must outlive the server; answers may
// come even after the server is gone and are dropped then.
std::unique_ptr<Server> start_server(const ServerOptions&, Handler&);

}  // namespace meadow::http
