#include "modules/creators/touches/model.hpp"

#include <tuple>

#include "http/tokens.hpp"

namespace meadow::creators {
namespace {

auto lateness(const Touch& t) { return std::tuple(t.last_at, t.kind == TouchKind::click, t.note.value); }

}  // namespace

ToucherId toucher_of(UserId user) { return {user.value}; }

ToucherId toucher_of_visitor(std::string_view token)
{
    const std::string digest = http::sha256_hex(token);
    return {-1 - std::int64_t(std::stoull(digest.substr(0, 15), nullptr, 16))};
}

std::optional<Path> path_of(const std::vector<Touch>& touches, ProductId product, const PathRules& rules)
{
    std::optional<Path> path;
    for (const Touch& touch : touches) {
        if (touch.product != product || touch.last_at < rules.since || (touch.kind == TouchKind::view && !rules.views)) continue;
        const Instant first_at = touch.first_at < rules.since ? touch.last_at : touch.first_at;
        if (!path) {
            path = Path{touch, first_at, touch};
            continue;
        }
        if (std::tuple(first_at, touch.note.value) < std::tuple(path->first_at, path->first.note.value)) path->first = touch, path->first_at = first_at;
        if (lateness(touch) > lateness(path->last)) path->last = touch;
    }
    return path;
}

}  // namespace meadow::creators
