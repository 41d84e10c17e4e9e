// Arbitrary bytes as the address of a request: its path and query, and in them the cursors, ids, times and lists that fill an input.
#include <cstdint>
#include <cstdlib>

#include "base/ids.hpp"
#include "base/page.hpp"
#include "http/input.hpp"
#include "http/route_tree.hpp"
#include "http/url.hpp"

namespace meadow {

struct Wanted {
    UserId user;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
    std::optional<double> latitude;
    std::optional<Instant> since;
    List<NoteId, 3> notes;
    std::optional<Text<1, 10>> q;
    std::optional<bool> open;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (user, cursor, limit, latitude, since, notes, q, open))

static Result<Nothing> want(ReadCtx&, const Wanted&) { return done(); }

}  // namespace meadow

using namespace meadow;

namespace {

const http::RouteTree& tree()
{
    static std::deque<http::Route> routes;
    static http::RouteTree all;
    if (routes.empty()) {
        http::On on(routes, "fuzz");
        on.get("/v1/users/{user}/notes", http::needs(http::Scope::anyone), want);
        on.get("/media/{rest...}", http::needs(http::Scope::anyone), want);
        for (http::Route& route : routes) all.add(route);
    }
    return all;
}

void fill(std::string_view path, std::string_view query)
{
    const auto match = tree().find(http::Method::get, path);
    if (match.route == nullptr) return;
    http::Request request;
    request.query = query;
    Wanted in;
    const auto refusal = http::fill(*match.route, request, match.parameters, &in);
    if (refusal) {
        if (refusal->fields.empty()) std::abort();
        return;
    }
    if (!in.user || in.limit < 1 || in.limit > page_size_max || in.notes.size() > 3) std::abort();
    if (in.latitude && !(*in.latitude == *in.latitude)) std::abort();
    if (in.since && parse_instant(text(*in.since)) != in.since) std::abort();
    if (in.cursor)
        if (const auto cursor = parse_cursor(*in.cursor)) {
            const auto again = parse_cursor(cursor_text(*cursor));
            if (again->first != cursor->first || again->second != cursor->second) std::abort();
        }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::string path, query;
    if (http::split_target(bytes, path, query).empty()) fill(path, query);
    fill("/v1/users/" + text(UserId{7}) + "/notes", bytes);  // most of what a query can be
    return 0;
}
