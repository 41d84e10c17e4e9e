#include "support/sample.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace meadow::testing {
namespace {

bool takes_body(http::Method m) { return m == http::Method::post || m == http::Method::put || m == http::Method::patch; }

bool is_parameter(const http::Route& route, const std::string& member)
{
    return std::any_of(route.segments.begin(), route.segments.end(),
                       [&](const std::string& s) { return s == "{" + member + "}" || s == "{" + member + "...}"; });
}

const Member* upload_of(const TypeInfo& type)
{
    for (const Member& m : type.members)
        if (m.type().shape == Shape::bytes) return &m;
    return nullptr;
}

}  // namespace

std::string Sample::scalar(const TypeInfo& type, const std::string& name) const
{
    if (const auto word = words.find(name); word != words.end()) return word->second;
    switch (type.shape) {
        case Shape::optional: return scalar(type.inner(), name);
        case Shape::list: return scalar(type.inner(), name);
        case Shape::boolean: return "true";
        case Shape::integer:
        case Shape::money: return std::to_string(std::clamp<std::int64_t>(1, type.min, type.max));
        case Shape::real: return "1.5";
        case Shape::text: return std::string(std::size_t(std::max<std::int64_t>(1, type.min)), 'x');
        case Shape::instant: return "2030-11-12T00:00:00.000Z";
        case Shape::enumeration: return type.names.front().name;
        case Shape::id: {
            const auto id = ids.find(type.name);
            return id != ids.end() ? id->second : id_text(type.name, 7);
        }
        default: return "x";
    }
}

std::string Sample::json(const TypeInfo& type, const std::string& name, int depth) const
{
    switch (type.shape) {
        case Shape::optional: return json(type.inner(), name, depth);
        case Shape::object: {
            std::string out = "{";
            for (const Member& m : type.members) {
                if (depth > 4 && m.type().shape == Shape::optional) continue;
                out += (out.size() > 1 ? ",\"" : "\"") + m.name + "\":" + json(m.type(), m.name, depth + 1);
            }
            return out + "}";
        }
        case Shape::list: {
            const std::int64_t count = depth > 4 ? type.min : std::max<std::int64_t>(1, type.min);
            std::string out = "[";
            for (std::int64_t i = 0; i < count; ++i) out += (i > 0 ? "," : "") + json(type.inner(), name, depth + 1);
            return out + "]";
        }
        case Shape::boolean:
        case Shape::integer:
        case Shape::money:
        case Shape::real: return scalar(type, name);
        case Shape::json: return "{}";
        default: {
            std::string out;
            write_json_string(scalar(type, name), out);
            return out;
        }
    }
}

std::string Sample::target(const http::Route& route) const
{
    const TypeInfo& in = route.verb.in();
    std::string out;
    for (const std::string& segment : route.segments) {
        out += "/";
        if (!segment.starts_with('{')) {
            out += segment;
            continue;
        }
        std::string name = segment.substr(1, segment.size() - 2);
        if (name.ends_with("...")) name.resize(name.size() - 3);
        const Member* member = in.find(name);
        const auto word = words.find(name);
        out += word != words.end() ? word->second : member != nullptr ? scalar(member->type(), name) : "x";
    }
    if (takes_body(route.method) && upload_of(in) == nullptr) return out.empty() ? "/" : out;
    char separator = '?';
    for (const Member& m : in.members) {
        const bool required = m.type().shape == Shape::id || (m.type().shape == Shape::text && m.type().min > 0);
        if (!required || is_parameter(route, m.name)) continue;
        out += separator + m.name + "=" + scalar(m.type(), m.name);
        separator = '&';
    }
    return out.empty() ? "/" : out;
}

std::string Sample::body(const http::Route& route) const
{
    if (!takes_body(route.method)) return {};
    const TypeInfo& in = route.verb.in();
    if (upload_of(in) != nullptr) return "bytes";
    std::string out = "{";
    for (const Member& m : in.members)
        if (!is_parameter(route, m.name)) out += (out.size() > 1 ? ",\"" : "\"") + m.name + "\":" + json(m.type(), m.name, 1);
    return out == "{" ? "" : out + "}";
}

http::Request Sample::request(const http::Route& route) const
{
    http::Request out;
    out.method = route.method;
    out.target = target(route);
    out.body = body(route);
    if (!out.body.empty()) out.headers.push_back({"Content-Type", upload_of(route.verb.in()) != nullptr ? "application/octet-stream" : "application/json"});
    if (route.method != http::Method::get) out.headers.push_back({"Idempotency-Key", "sample-of-a-route"});
    return out;
}

}  // namespace meadow::testing
