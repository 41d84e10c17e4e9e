// What passes between the server (bytes) and the router (meaning). Plain structs, no networking headers.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meadow::http {

enum class Method : std::uint8_t { get, head, post, put, patch, delete_, options, other };
std::string_view method_name(Method);

struct Header {
    std::string name;   // as received; compared without regard to case
    std::string value;
};

struct Request {
    Method method = Method::get;
    std::string target;            // as received: path and query
    std::string path;              // percent-decoded, normalised: no "..", no "//"; starts with '/'
    std::string query;             // still encoded, without '?'
    std::vector<Header> headers;
    std::string body;              // decompressed; capacity leaves room for the JSON parser's padding
    std::string remote;            // the client's address, after trusted proxies
    bool secure = false;           // TLS was ended by the trusted proxy in front of us
    std::string id;                // request id: from a trusted proxy's X-Request-Id or our own

    std::string_view header(std::string_view name) const;  // empty when absent
    std::string_view cookie(std::string_view name) const;
};

// Server-sent events: lines are pushed by whoever holds the stream, from any thread. The server drops a client that does not
// read (more than `event_stream_cap` bytes waiting) and sends a comment every 15 s to keep the way open.
class EventStream {
public:
    virtual ~EventStream() = default;
    virtual bool send(std::string_view event, std::string_view data) = 0;  // false: the client is gone
};
constexpr std::size_t event_stream_cap = 256 * 1024;

struct Response {
    int status = 200;
    std::string content_type;      // empty: no body
    std::string body;
    std::vector<Header> headers;   // besides Content-Type, Content-Length, Date and those the server adds to all
    std::string file;              // when set, the body is this file, streamed; ranges are honoured
    // A body that never changes while the process lives (an embedded static, a cached fragment): sent without a copy.
    std::shared_ptr<const std::string> shared_body;
    bool compressible = true;      // false for what is already compressed
    // When set the connection becomes an event stream; called once, on the connection's thread.
    std::function<void(std::shared_ptr<EventStream>)> stream;
};

// Gives the answer to one request; may be called on any thread, exactly once.
class Responder {
public:
    virtual ~Responder() = default;
    virtual void answer(Response&&) noexcept = 0;
};

// One for each I/O thread: what lives on that thread (its read connection). `index` counts from 0.
struct IoThread {
    int index = 0;
};

class Handler {
public:
    virtual ~Handler() = default;
    // Called on an I/O thread. Either answers before returning or keeps both and answers later. `request` stays alive until then.
    virtual void handle(const IoThread&, const Request& request, std::shared_ptr<Responder>) = 0;
    // Called on that thread before it looks for more after the requests that had arrived together, and before it hands out an
    // answer given by another thread: what the handler held for all of them (a snapshot) is given up.
    virtual void rest(const IoThread&) noexcept {}
    // The largest body this request may have; asked once the headers are read.
    virtual std::size_t body_cap(const Request& head) const = 0;
};

}  // namespace meadow::http
