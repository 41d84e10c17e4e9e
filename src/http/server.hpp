// The HTTP/1.1 server: bytes to Request and Response to bytes. The only asynchronous code of Meadow.
// One io_context a thread, each with its own listening socket (SO_REUSEPORT). TLS is a reverse proxy's work.
#pragma once
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "http/message.hpp"

namespace meadow::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    int port = 8080;                              // 0: any free port, see Server::port()
    int io_threads = 1;
    std::vector<std::string> trusted_proxies;     // addresses or CIDR whose X-Forwarded-For/-Proto and X-Request-Id count
    std::size_t header_cap = 16 * 1024;           // request line and headers together → 431
    std::size_t target_cap = 4096;                // → 414
    std::size_t bodies_cap = 256 * 1024 * 1024;   // all bodies in memory together → 503
    int connections_cap = 10'000;                 // beyond: refused with 503 and closed
    int connections_per_address = 1024;
    std::chrono::seconds header_timeout{10};      // from the first byte to the last header
    std::chrono::seconds body_timeout{30};        // without any progress
    std::chrono::seconds idle_timeout{60};        // between requests
    std::chrono::seconds write_timeout{30};       // a client that does not read
};

struct ServerFigures {
    std::uint64_t accepted = 0, open = 0, requests = 0, bad_requests = 0, timeouts = 0, refused_connections = 0;
};

class Server {
public:
    virtual ~Server() = default;
    virtual int port() const = 0;
    virtual ServerFigures figures() const = 0;
    // Stops accepting, lets requests under way finish for at most `grace`, closes idle connections at once, joins.
    virtual void stop(std::chrono::milliseconds grace) = 0;
};

// Listens and serves until stop(). Throws std::system_error when the address cannot be had.
std::unique_ptr<Server> start_server(const ServerOptions&, Handler&);

}  // namespace meadow::http
