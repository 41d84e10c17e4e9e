// HTTP to the outside: gateways, carriers, webhooks. Called by errands only, never inside a request or a lane, because it waits.
// An adapter: floor 3 puts in curl, the tests' Town one that needs no sockets and fails on demand.
#pragma once
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/instant.hpp"

namespace meadow::jobs {

struct OutgoingRequest {
    std::string method;        // GET, POST
    std::string url;           // absolute, http or https
    std::string content_type;  // of the body
    std::string body;
};

struct OutgoingAnswer {
    int status = 0;
    std::string body;
};

// No answer came, or none that may be used: unreachable, too slow, too large, a host that is not allowed.
struct OutgoingFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Outgoing {
public:
    virtual ~Outgoing() = default;
    // Waits for the answer, whatever its status. Redirects are not followed. Throws OutgoingFault.
    virtual OutgoingAnswer send(const OutgoingRequest&) = 0;
};

// Where this server itself is reached from its own machine, "http://127.0.0.1:8080": known once it listens. The sandboxes that play
// the world outside are spoken to there.
class OwnAddress {
public:
    explicit OwnAddress(std::string origin) : origin_(std::move(origin)) {}
    std::string origin() const
    {
        const std::lock_guard lock(mutex_);
        return origin_;
    }
    void set(std::string origin)
    {
        const std::lock_guard lock(mutex_);
        origin_ = std::move(origin);
    }

private:
    mutable std::mutex mutex_;
    std::string origin_;
};

struct OutgoingOptions {
    std::vector<std::string> origins;             // "https://pay.example.com": the only ones spoken to, besides our own
    Duration connect_within = 5s;
    Duration answer_within = 20s;                 // all of it
    std::size_t largest_answer = 4 * 1024 * 1024;
};
std::unique_ptr<Outgoing> curl_outgoing(std::shared_ptr<const OwnAddress>, OutgoingOptions);

// "https://pay.example.com" of "https://pay.example.com/v3/charges?x=1"; with the port when the URL names one.
std::string origin_of(std::string_view url);

}  // namespace meadow::jobs
