#include "http/route_tree.hpp"

#include <algorithm>
#include <stdexcept>

namespace meadow::http {
namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }
bool is_rest(std::string_view segment) { return segment.ends_with("...}"); }

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = path.find('/');
        if (!path.empty()) out.emplace_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    }
    return out;
}

}  // namespace

RouteBuilder On::add(Method method, std::string_view pattern, Needs who, Verb verb)
{
    Route& route = routes_.emplace_back();
    route.method = method;
    route.pattern = pattern;
    route.scope = who.scope;
    route.verb = verb;
    route.tag = tag_;
    route.segments = split(pattern);
    return RouteBuilder(route);
}

void RouteTree::add(Route& route)
{
    if (std::count_if(route.segments.begin(), route.segments.end(), is_parameter) > std::ptrdiff_t(Values::most))
        throw std::logic_error("too many parameters in " + route.pattern);
    Node* node = &root_;
    bool rest = false;
    for (const std::string& segment : route.segments) {
        if (is_rest(segment)) {
            rest = true;
            break;
        }
        auto& next = is_parameter(segment) ? node->parameter : node->words[segment];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    auto& routes = rest ? node->rest : node->routes;
    for (const auto& [method, other] : routes)
        if (method == route.method) throw std::logic_error("two routes for " + std::string(method_name(method)) + " " + route.pattern);
    routes.emplace_back(route.method, &route);
}

const RouteTree::Node* RouteTree::descend(const Node& node, std::string_view path, Values& values) const
{
    if (path.empty() || path == "/") {
        if (!node.routes.empty()) return &node;
        if (node.rest.empty()) return nullptr;
        values.all[values.count++] = {};
        values.rest = true;
        return &node;
    }
    const std::string_view tail = path.substr(1);
    const std::string_view segment = tail.substr(0, tail.find('/'));
    const std::string_view after = tail.substr(segment.size());
    if (const auto word = node.words.find(segment); word != node.words.end())
        if (const Node* found = descend(*word->second, after, values)) return found;
    if (node.parameter && !segment.empty()) {
        values.all[values.count++] = segment;
        if (const Node* found = descend(*node.parameter, after, values)) return found;
        --values.count;
    }
    if (node.rest.empty()) return nullptr;
    values.all[values.count++] = tail;
    values.rest = true;
    return &node;
}

RouteTree::Match RouteTree::find(Method method, std::string_view path) const
{
    Match match;
    Values values;
    const Node* node = descend(root_, path, values);
    if (node == nullptr) return match;
    const auto& offers = values.rest ? node->rest : node->routes;
    const Method wanted = method == Method::head ? Method::get : method;
    for (const auto& [offered, route] : offers)
        if (offered == wanted) match.route = route;
    if (match.route == nullptr) {
        for (const auto& [offered, route] : offers) {
            match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(method_name(offered));
            if (offered == Method::get) match.allowed += ", HEAD";
        }
        return match;
    }
    match.parameters.reserve(values.count);
    std::size_t next = 0;
    for (const std::string& segment : match.route->segments) {
        if (!is_parameter(segment)) continue;
        const std::size_t tail = is_rest(segment) ? 5 : 2;
        match.parameters.emplace_back(std::string_view(segment).substr(1, segment.size() - tail), values.all[next++]);
    }
    return match;
}

}  // namespace meadow::http
