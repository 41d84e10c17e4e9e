// A route as it is declared in a module's routes.cpp. Who may call it is the second argument: without it nothing compiles.
//
//     on.post("/v1/users/{user}/follow", needs(Scope::user), follow_user).may_refuse(blocked, follows_self).says("Follow a person");
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.hpp"
#include "db/database.hpp"
#include "http/call.hpp"

namespace meadow::http {

// What the route asks of the caller. Rights on a single row (a shop's staff, one's own order) are checked by the verb.
enum class Scope : std::uint8_t { anyone, user, moderator, operator_ };

struct Needs {
    Scope scope;
};
inline Needs needs(Scope scope) { return {scope}; }

// Where the read part runs.
enum class Where : std::uint8_t {
    inline_,   // on the I/O thread (SQLite) or the read pool (PostgreSQL)
    slow,      // reports, exports, image work: the bounded slow pool
    hashing,   // passwords: a bounded pool of its own
};

// Which token bucket a call also draws from, besides the caller's general one.
enum class Limit : std::uint8_t { none, sign_in, upload, write, search };

struct Route {
    Method method{};
    std::string pattern;
    Scope scope{};
    Verb verb;
    std::string summary;
    std::string tag;
    std::vector<const RefusalKind*> refusals;
    Where where = Where::inline_;
    Limit limit = Limit::none;
    db::Home home = db::Home::main;
    std::string lane_member;           // input member whose id is the home key; empty: the caller
    std::size_t body_cap = 256 * 1024;
    int status = 200;
    bool key_required = false;
    bool keeps_answer = true;          // false: the answer holds a secret, so a keyed request is simply run again
    bool sessionless = false;          // whose session the caller holds is not looked at
    bool internal = false;             // not in the OpenAPI document (pages, statics)
    std::string cache = "no-store";    // Cache-Control of a success
    std::size_t index = 0;             // among all routes, for figures
    std::vector<std::string> segments; // of the pattern; "{name}" is a parameter, "{name...}" takes the rest
};

class RouteBuilder {
public:
    explicit RouteBuilder(Route& route) : route_(route) {}

    RouteBuilder& says(std::string_view summary) { route_.summary = summary; return *this; }
    template <class... Kinds>
    RouteBuilder& may_refuse(const Kinds&... kinds) { (route_.refusals.push_back(&kinds), ...); return *this; }
    // The write's home key, when it is not the caller: the name of an input member holding an id.
    RouteBuilder& lane_by(std::string_view member) { route_.lane_member = member; return *this; }
    RouteBuilder& slow() { route_.where = Where::slow; return *this; }
    RouteBuilder& hashing() { route_.where = Where::hashing; return *this; }
    RouteBuilder& limited(Limit limit) { route_.limit = limit; return *this; }
    RouteBuilder& in_events() { route_.home = db::Home::events; return *this; }
    RouteBuilder& body_cap(std::size_t bytes) { route_.body_cap = bytes; return *this; }
    RouteBuilder& created() { route_.status = 201; return *this; }
    RouteBuilder& requires_key() { route_.key_required = true; return *this; }
    RouteBuilder& holds_secret() { route_.keeps_answer = false; return *this; }
    // Answers everybody alike, signed in or not: what proves the caller's right travels in the input (a signature, a secret address).
    // No cookie gives it any power, so forms without our script may post here.
    RouteBuilder& sessionless() { route_.sessionless = true; return *this; }
    RouteBuilder& internal() { route_.internal = true; return *this; }
    RouteBuilder& cache(std::string_view control) { route_.cache = control; return *this; }

private:
    Route& route_;
};

// What a module's `routes(On&)` is handed.
class On {
public:
    On(std::deque<Route>& routes, std::string_view tag) : routes_(routes), tag_(tag) {}

    template <class... F> RouteBuilder get(std::string_view p, Needs n, F*... f) { return add(Method::get, p, n, verb_of(f...)); }
    template <class... F> RouteBuilder post(std::string_view p, Needs n, F*... f) { return add(Method::post, p, n, verb_of(f...)); }
    template <class... F> RouteBuilder put(std::string_view p, Needs n, F*... f) { return add(Method::put, p, n, verb_of(f...)); }
    template <class... F> RouteBuilder patch(std::string_view p, Needs n, F*... f) { return add(Method::patch, p, n, verb_of(f...)); }
    template <class... F> RouteBuilder del(std::string_view p, Needs n, F*... f) { return add(Method::delete_, p, n, verb_of(f...)); }

private:
    RouteBuilder add(Method, std::string_view pattern, Needs, Verb);
    std::deque<Route>& routes_;
    std::string tag_;
};

}  // namespace meadow::http
