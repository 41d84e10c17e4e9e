// The load generator: one epoll thread, keep-alive connections with one request under way each, on loopback. It parses just
// enough of an answer to know its status and length, so that it costs little of the two cores it shares with the server.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace meadow::bench {

struct Load {
    int port = 0;
    int connections = 64;
    std::chrono::milliseconds length{2000};
    std::uint64_t most_requests = UINT64_MAX;
    // 0: a connection asks again as soon as it is answered. Otherwise requests are due at this pace whether others were answered or not, and
    // how long one took is counted from when it was due.
    double per_second = 0;
    // Writes the next request of a connection into `out` (already empty). False: this connection is done.
    std::function<bool(int connection, std::string& out)> next;
};

struct Seen {
    std::uint64_t answers = 0;
    std::map<int, std::uint64_t> by_status;
    double seconds = 0;
    double p50_ms = 0, p99_ms = 0, p999_ms = 0;
    double client_cpu_seconds = 0;      // of the generator's own thread
    double per_second() const { return seconds > 0 ? double(answers) / seconds : 0; }
    std::uint64_t of_class(int hundred) const;
};

// Runs on the calling thread until the time or the requests are used up, then waits for what is under way.
Seen run_load(const Load&);

// "POST /v1/orders HTTP/1.1" with what every request of a signed-in client carries.
void write_request(std::string& out, const char* method, std::string_view target, std::string_view token, std::string_view json);

double cpu_seconds_of_process();
double cpu_seconds_of_thread();

}  // namespace meadow::bench
