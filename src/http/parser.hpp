// Bytes to Request. Wraps Beast's incremental parser (the only file that sees it is parser.cpp) and adds what a server on the
// open net must insist on: caps, one Host, no request that two parsers could read differently (request smuggling).
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "http/message.hpp"

namespace meadow::http {

// What all request bodies in memory may hold together. Shared by all threads.
class BodyBudget {
public:
    explicit BodyBudget(std::size_t cap) : cap_(cap) {}
    bool take(std::size_t bytes)
    {
        if (used_.fetch_add(bytes, std::memory_order_relaxed) + bytes <= cap_) return true;
        give(bytes);
        return false;
    }
    void give(std::size_t bytes) { used_.fetch_sub(bytes, std::memory_order_relaxed); }
    std::size_t used() const { return used_.load(std::memory_order_relaxed); }

private:
    const std::size_t cap_;
    std::atomic<std::size_t> used_{0};
};

struct ParserCaps {
    std::size_t header = 16 * 1024;  // request line and headers → 431
    std::size_t target = 4096;       // → 414
    std::size_t fields = 100;        // → 431
};

// Room that is left behind every body for parsers that read a little past the end.
constexpr std::size_t body_padding = 64;

class Parser {
public:
    enum class State : std::uint8_t {
        head,       // wants (more of) the request line and the headers
        head_done,  // waits for expect_body()
        body,       // wants (more of) the body
        done,       // the Request is whole
        failed      // see status() and why(); the connection cannot be used any more
    };

    Parser(ParserCaps, BodyBudget&);
    ~Parser();
    Parser(const Parser&) = delete;

    // Begins the next message and empties `into`, keeping what memory is worth keeping. `into` must outlive the message.
    void start(Request& into);
    // Reads on; returns how many bytes were used. The rest must be offered again, in front of what arrives next. Stops behind
    // the headers and behind the body; never blocks, never throws but std::bad_alloc.
    std::size_t feed(std::string_view bytes);
    // After head_done: bodies up to `cap` bytes (also after decompression) are taken.
    void expect_body(std::size_t cap);
    bool bodiless() const;          // after head_done: nothing follows the head
    // Refuses the message for a reason of the caller's; State::failed.
    void fail(int status, std::string_view why);

    State state() const;
    bool untouched() const;         // no byte of this message was seen
    bool keep_alive() const;        // after head_done
    bool http_1_0() const;          // after head_done
    bool expects_continue() const;  // after head_done: the client waits for "100 Continue"
    int status() const;
    std::string_view why() const;  // one English sentence, a constant

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace meadow::http
