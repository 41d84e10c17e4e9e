#include "http/openapi.hpp"

#include <algorithm>
#include <map>

#include "http/openapi_schemas.hpp"
#include "http/refusals.hpp"

namespace meadow::http {
namespace {

bool is_unsafe(Method m) { return m != Method::get && m != Method::head && m != Method::options; }
bool takes_key(const Route& route) { return is_unsafe(route.method) && route.keeps_answer && route.home == db::Home::main; }

const Member* upload_of(const Route& route)
{
    for (const Member& m : route.verb.in().members)
        if (m.type().shape == Shape::bytes) return &m;
    return nullptr;
}

bool has_json_body(const Route& route)
{
    const auto& members = route.verb.in().members;
    return std::any_of(members.begin(), members.end(), [&](const Member& m) { return source_of(route, m) == Source::body; }) &&
           upload_of(route) == nullptr;
}

bool answers_nothing(const Route& route)
{
    return route.verb.out != nullptr && route.verb.out().shape == Shape::object && route.verb.out().members.empty();
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

// OpenAPI writes "{path...}" as "{path}".
std::string documented_path(const Route& route)
{
    std::string out = route.pattern;
    if (const auto dots = out.find("...}"); dots != std::string::npos) out.erase(dots, 3);
    return out;
}

class Writer {
public:
    explicit Writer(const std::deque<Route>& routes)
    {
        for (const Route& route : routes) {
            if (route.internal) continue;
            paths_[documented_path(route)][lower(method_name(route.method))] = &route;
            if (has_json_body(route)) schemas_.note_input(route.verb.in());
        }
    }

    OpenApi write()
    {
        json_.object([&] {
            json_.text("openapi", "3.1.0");
            json_.object("info", [&] {
                json_.text("title", "Meadow");
                json_.text("version", "1");
                json_.text("description", "A social-commerce platform: a community of notes with a mall inside it. Ids are prefixed strings, "
                                          "money is whole minor units, times are RFC 3339 in UTC; absent optional members are left out.");
                json_.raw("license", R"({"name":"Apache-2.0","identifier":"Apache-2.0"})");
            });
            json_.object("paths", [&] {
                for (const auto& [path, methods] : paths_)
                    json_.object(path, [&, all = &methods] {
                        for (const auto& [method, route] : *all) json_.object(method, [&, r = route] { operation(*r); });
                    });
            });
            json_.object("components", [&] { components(); });
        });
        return {json_.take(), schemas_.conflicts()};
    }

private:
    void operation(const Route& route)
    {
        json_.text("operationId", operation_id(route));
        json_.raw("tags", "[\"" + route.tag + "\"]");
        if (!route.summary.empty()) json_.text("summary", route.summary);
        json_.raw("security", route.scope == Scope::anyone ? R"([{},{"bearer":[]},{"cookie":[],"csrf":[]}])" : R"([{"bearer":[]},{"cookie":[],"csrf":[]}])");
        if (route.scope == Scope::moderator) json_.text("x-role", "moderator");
        if (route.scope == Scope::operator_) json_.text("x-role", "operator");
        parameters(route);
        if (const Member* upload = upload_of(route))
            json_.raw("requestBody", R"({"required":true,"content":{"*/*":{"schema":)" + schemas_.of(upload->type()) + "}}}");
        else if (has_json_body(route)) body(route);
        json_.object("responses", [&] { responses(route); });
    }

    void parameters(const Route& route)
    {
        std::vector<std::string> lines;
        for (const Member& m : route.verb.in().members) {
            const Source source = source_of(route, m);
            if (source == Source::body) continue;
            std::string line = R"({"name":")" + m.name + R"(","in":")" + (source == Source::path ? "path" : "query") + "\"";
            if (is_required(route, m)) line += R"(,"required":true)";
            if (source == Source::query && m.type().shape == Shape::list) line += R"(,"style":"form","explode":false)";
            lines.push_back(line + R"(,"schema":)" + schemas_.of(m.type()) + "}");
        }
        for (const std::string& segment : route.segments) {  // parts of the address that the verb does not read
            const bool rest = segment.ends_with("...}");
            if (!segment.starts_with('{')) continue;
            const std::string name = segment.substr(1, segment.size() - (rest ? 5 : 2));
            if (route.verb.in().find(name) == nullptr)
                lines.push_back(R"({"name":")" + name + R"(","in":"path","required":true,"schema":{"type":"string"}})");
        }
        if (takes_key(route))
            lines.emplace_back(std::string(R"({"$ref":"#/components/parameters/IdempotencyKey)") + (route.key_required ? "Required" : "") + "\"}");
        if (lines.empty()) return;
        json_.list("parameters", [&] {
            for (const std::string& line : lines) json_.raw(line);
        });
    }

    void body(const Route& route)
    {
        json_.object("requestBody", [&] {
            json_.truth("required", true);
            json_.object("content", [&] {
                json_.object("application/json", [&] { json_.object("schema", [&] { body_schema(route); }); });
            });
        });
    }

    void body_schema(const Route& route)
    {
        std::string required;
        for (const Member& m : route.verb.in().members)
            if (source_of(route, m) == Source::body && is_required(route, m)) required += (required.empty() ? "\"" : ",\"") + m.name + "\"";
        json_.text("type", "object");
        if (!required.empty()) json_.raw("required", "[" + required + "]");
        json_.truth("additionalProperties", false);
        json_.object("properties", [&] {
            for (const Member& m : route.verb.in().members)
                if (source_of(route, m) == Source::body) json_.raw(m.name, schemas_.of(m.type()));
        });
    }

    void responses(const Route& route)
    {
        if (answers_nothing(route)) json_.raw("204", R"({"description":"Done"})");
        else if (route.verb.out == nullptr) json_.raw("2XX", R"({"description":"The content itself","content":{"*/*":{}}})");
        else
            json_.raw(std::to_string(route.status),
                      R"({"description":"Done","content":{"application/json":{"schema":)" + schemas_.of(route.verb.out()) + "}}}");
        if (route.cache != "no-store") json_.raw("304", R"({"description":"As the ETag says, unchanged"})");
        std::map<int, std::vector<const RefusalKind*>> by_status;
        for (const RefusalKind* kind : refusals_of(route)) by_status[kind->status].push_back(kind);
        for (const auto& [status, kinds] : by_status) {
            json_.object(std::to_string(status), [&, all = &kinds] {
                std::string codes;
                std::string what;
                for (const RefusalKind* kind : *all) {
                    codes.append(codes.empty() ? "\"" : ",\"").append(kind->key).append("\"");
                    what.append(what.empty() ? "" : "; ").append(kind->title);
                }
                json_.text("description", what);
                json_.raw("x-codes", "[" + codes + "]");
                json_.raw("content", problem_content);
            });
        }
        json_.raw("500", R"({"$ref":"#/components/responses/Fault"})");
        json_.raw("503", R"({"$ref":"#/components/responses/Busy"})");
    }

    void components()
    {
        json_.object("securitySchemes", [&] {
            json_.raw("bearer", R"({"type":"http","scheme":"bearer","description":"The token that signing in gave"})");
            json_.raw("cookie", R"({"type":"apiKey","in":"cookie","name":"meadow_session"})");
            json_.raw("csrf", R"({"type":"apiKey","in":"header","name":"X-CSRF-Token","description":"Beside the cookie, for everything but GET: what GET /v1/session gives"})");
        });
        json_.object("parameters", [&] {
            for (const bool required : {false, true})
                json_.raw(required ? "IdempotencyKeyRequired" : "IdempotencyKey",
                          std::string(R"({"name":"Idempotency-Key","in":"header","required":)") + (required ? "true" : "false") +
                              R"(,"description":"The same key with the same request gives the same answer and happens once","schema":{"type":"string","pattern":"^[0-9A-Za-z_-]{8,64}$"}})");
        });
        json_.object("responses", [&] {
            json_.raw("Busy", std::string(R"({"description":"Try again after Retry-After seconds; nothing was changed","content":)") + problem_content + "}");
            json_.raw("Fault", std::string(R"({"description":"Something broke on our side; nothing was changed","content":)") + problem_content + "}");
        });
        json_.object("schemas", [&] {
            json_.raw("Problem", R"({"type":"object","required":["type","code","title","status"],"properties":{"type":{"type":"string"},"code":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},"errors":{"type":"array","items":{"type":"object","required":["pointer","detail"],"properties":{"pointer":{"type":"string"},"detail":{"type":"string"}}}},"request_id":{"type":"string"}}})");
            schemas_.write_components(json_);
        });
    }

    static constexpr const char* problem_content = R"({"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}})";

    std::map<std::string, std::map<std::string, const Route*>> paths_;
    Schemas schemas_;
    PrettyJson json_;
};

}  // namespace

OpenApi openapi_of(const std::deque<Route>& routes) { return Writer(routes).write(); }

std::vector<const RefusalKind*> refusals_of(const Route& route)
{
    std::vector<const RefusalKind*> out = route.refusals;
    out.push_back(&too_many);
    if (!route.verb.in().members.empty() || !is_unsafe(route.method)) out.push_back(&bad_input);
    if (route.scope != Scope::anyone) out.push_back(&not_signed_in);
    if (route.scope == Scope::moderator || route.scope == Scope::operator_) out.push_back(&not_allowed);
    if (is_unsafe(route.method)) out.push_back(&csrf);
    if (takes_key(route)) out.insert(out.end(), {&key_malformed, &key_reused, &key_in_flight});
    if (route.key_required) out.push_back(&key_missing);
    if (has_json_body(route)) out.push_back(&not_json);
    if (has_json_body(route) || upload_of(route) != nullptr) out.push_back(&too_large);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return std::pair(a->status, a->key) < std::pair(b->status, b->key); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string operation_id(const Route& route)
{
    std::string out = lower(method_name(route.method));
    bool upper = true;
    for (const std::string& segment : route.segments) {
        if (segment == "v1") continue;
        upper = true;
        for (const char c : segment) {
            if (!std::isalnum(static_cast<unsigned char>(c))) {
                upper = true;
                continue;
            }
            out.push_back(upper ? char(std::toupper(static_cast<unsigned char>(c))) : c);
            upper = false;
        }
    }
    return out;
}

Source source_of(const Route& route, const Member& member)
{
    for (const std::string& segment : route.segments)
        if (segment == "{" + member.name + "}" || segment == "{" + member.name + "...}") return Source::path;
    const bool has_body = route.method == Method::post || route.method == Method::put || route.method == Method::patch;
    if (member.type().shape == Shape::bytes) return Source::body;
    return has_body && upload_of(route) == nullptr ? Source::body : Source::query;
}

bool is_required(const Route& route, const Member& member)
{
    const TypeInfo& type = member.type();
    switch (source_of(route, member)) {
        case Source::path: return true;
        case Source::query:
            return type.shape == Shape::id || ((type.shape == Shape::text || type.shape == Shape::list) && type.min > 0);
        case Source::body: return !Schemas::may_miss(type, true);
    }
    return true;
}

std::vector<std::pair<std::string, std::vector<const Route*>>> by_tag(const std::deque<Route>& routes)
{
    std::vector<std::pair<std::string, std::vector<const Route*>>> out;
    for (const Route& route : routes) {
        if (route.internal) continue;
        auto at = std::find_if(out.begin(), out.end(), [&](const auto& tag) { return tag.first == route.tag; });
        if (at == out.end()) at = out.insert(out.end(), {route.tag, {}});
        at->second.push_back(&route);
    }
    for (auto& [tag, all] : out)
        std::stable_sort(all.begin(), all.end(), [](const Route* a, const Route* b) { return a->pattern < b->pattern; });
    return out;
}

}  // namespace meadow::http
