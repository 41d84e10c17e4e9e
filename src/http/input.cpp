#include "http/input.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "http/refusals.hpp"

namespace meadow::http {
namespace {

constexpr std::size_t query_pairs_max = 100;

int hex_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool has_body(Method m) { return m == Method::post || m == Method::put || m == Method::patch; }

std::string read_list(std::string_view text, const TypeInfo& type, void* into)
{
    std::int64_t count = 0;
    while (!text.empty()) {
        if (++count > type.max) return "must have at most " + std::to_string(type.max) + " entries";
        const std::size_t comma = text.find(',');
        if (auto what = read_scalar(text.substr(0, comma), type.inner(), type.append(into)); !what.empty()) return what;
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return count < type.min ? "must have at least " + std::to_string(type.min) + " entries" : std::string{};
}

std::string read_parameter(std::string_view text, const TypeInfo& type, void* into)
{
    return type.shape == Shape::list ? read_list(text, type, into) : read_scalar(text, type, into);
}

class Filler {
public:
    Filler(const Route& route, const Request& request, void* input) : route_(route), request_(request), type_(route.verb.in()), input_(input) {}

    std::optional<Refusal> fill(const Parameters& path)
    {
        for (const auto& [name, value] : path) {
            const Member* member = type_.find(name);
            if (member == nullptr) continue;  // part of the address only
            from_path_.push_back(name);
            if (auto what = read_parameter(value, member->type(), at(*member)); !what.empty())
                faults_.push_back({"{" + std::string(name) + "}", std::move(what)});
        }
        const Member* upload = upload_member();
        if (upload != nullptr) take_upload(*upload);
        if (upload != nullptr || !has_body(route_.method)) take_query(upload);
        else if (auto refusal = take_json()) return refusal;
        if (faults_.empty()) return {};
        return refuse(bad_input, "See errors", std::move(faults_));
    }

private:
    void* at(const Member& member) const { return static_cast<char*>(input_) + member.offset; }
    bool is_from_path(std::string_view name) const
    {
        for (const auto other : from_path_)
            if (other == name) return true;
        return false;
    }
    const Member* upload_member() const
    {
        for (const Member& m : type_.members)
            if (m.type().shape == Shape::bytes) return &m;
        return nullptr;
    }

    void take_upload(const Member& member)
    {
        auto& upload = *static_cast<Upload*>(at(member));
        upload.content_type = request_.header("Content-Type");
        upload.bytes = request_.body;
        if (upload.bytes.empty()) faults_.push_back({"", "the body must hold the file"});
    }

    void take_query(const Member* upload)
    {
        if (std::size_t(std::count(request_.query.begin(), request_.query.end(), '&')) >= query_pairs_max)
            faults_.push_back({"?", "has too many parameters"});
        std::vector<std::string_view> seen;
        const auto pairs = parse_query(request_.query);
        for (const auto& [name, value] : pairs) {
            const Member* member = type_.find(name);
            const std::string where = "?" + name;
            if (member == nullptr || member == upload || is_from_path(name)) {
                if (!route_.internal) faults_.push_back({where, "is not known here"});
                continue;
            }
            if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
                faults_.push_back({where, "is given twice"});
                continue;
            }
            seen.push_back(name);
            if (value.empty() && member->type().shape != Shape::text) continue;  // "?cursor=&limit=" means not given
            if (auto what = read_parameter(value, member->type(), at(*member)); !what.empty()) faults_.push_back({where, std::move(what)});
        }
        for (const Member& m : type_.members) {
            const Shape shape = m.type().shape;
            const bool required = shape == Shape::id || ((shape == Shape::text || shape == Shape::list) && m.type().min > 0);
            const bool given = is_from_path(m.name) || std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
                return pair.first == m.name && (!pair.second.empty() || shape == Shape::text);
            });
            if (required && !given) faults_.push_back({"?" + m.name, "is missing"});
        }
    }

    std::optional<Refusal> take_json()
    {
        if (!request_.query.empty()) faults_.push_back({"?", "this address takes no query"});
        if (request_.body.empty()) {
            auto faults = read_json("{}", type_, input_, from_path_);
            faults_.insert(faults_.end(), faults.begin(), faults.end());
            return {};
        }
        const std::string_view type = request_.header("Content-Type");
        if (!type.starts_with("application/json")) return refuse(not_json, "Send Content-Type: application/json");
        auto faults = read_json(request_.body, type_, input_, from_path_);
        faults_.insert(faults_.end(), faults.begin(), faults.end());
        return {};
    }

    const Route& route_;
    const Request& request_;
    const TypeInfo& type_;
    void* input_;
    std::vector<std::string_view> from_path_;
    std::vector<FieldFault> faults_;
};

}  // namespace

std::string percent_decode(std::string_view in, bool plus_is_space)
{
    std::string out;
    out.reserve(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (in[i] == '%' && i + 2 < in.size() && hex_of(in[i + 1]) >= 0 && hex_of(in[i + 2]) >= 0) {
            out.push_back(char(hex_of(in[i + 1]) * 16 + hex_of(in[i + 2])));
            i += 2;
        } else {
            out.push_back(plus_is_space && in[i] == '+' ? ' ' : in[i]);
        }
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> out;
    while (!query.empty() && out.size() < query_pairs_max) {
        const std::size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        out.emplace_back(percent_decode(pair.substr(0, equals), true), percent_decode(value, true));
    }
    return out;
}

std::optional<Refusal> fill(const Route& route, const Request& request, const Parameters& path, void* input)
{
    return Filler(route, request, input).fill(path);
}

}  // namespace meadow::http
