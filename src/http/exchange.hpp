// One request on its way through the router: what was matched, who asks, the call under way, and how to answer.
#pragma once
#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "http/idempotency.hpp"
#include "http/route_tree.hpp"
#include "http/router.hpp"

namespace meadow::http {

class Exchange : public std::enable_shared_from_this<Exchange> {
public:
    Exchange(Router& router, const Request& request, std::shared_ptr<Responder> responder);

    // What can be said without the database: address, method, limits by address, proof against CSRF, key, input.
    // True when the verb may run; false when the answer has been given.
    bool open(const RouteTree&);

    // Who is asking, and whether they may. Needs the database; safe to repeat.
    std::optional<Refusal> admit(db::ReadTx&);
    bool admitted() const { return admitted_; }

    // It shares a snapshot with requests before it, which may be older than the request: what it finds is as of then.
    void reads_as_of(Instant snapshot) { now_ = std::min(now_, snapshot); }
    // A read verb, or the preparation of a write. Nothing when it went well.
    std::optional<Refusal> read(db::ReadTx&);
    // Whether a write with this key was answered before (finish() then gives that answer), or the key was used for another request.
    bool replays(db::ReadTx& tx) { return route().verb.kind == Kind::prepared_write && admitted_ && !key_.empty() && replay(tx); }
    // The write verb inside its lane. False when refused, in which case the answer is kept for finish().
    bool write(db::Tx&);

    void refuse_now(const Refusal&);
    void finish();                              // answers with what read() or write() left
    void finish(const std::exception_ptr&);     // or with the fault
    void busy();

    const Route& route() const { return *match_.route; }
    std::uint64_t home_key() const;
    db::Home home() const { return route().home; }
    bool told_something() const { return told_something_; }

private:
    bool proves_origin() const;
    bool replay(db::ReadTx&);
    Response encode();
    void answer(Response&&);

    Router& router_;
    const Request& request_;
    std::shared_ptr<Responder> responder_;
    RouteTree::Match match_;
    std::unique_ptr<Call> call_;
    std::string token_;
    bool by_cookie_ = false;
    std::string key_;
    Who who_;
    bool admitted_ = false;
    bool told_something_ = false;
    Instant now_;
    Reply reply_;
    std::optional<Refusal> refusal_;
    std::optional<Response> ready_;    // an answer that is complete: a replay, or one encoded for keeping
    std::chrono::steady_clock::time_point started_;
};

}  // namespace meadow::http
