#include "support/contract.hpp"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <regex>
#include <vector>

#include "http/openapi.hpp"

namespace meadow::testing {
namespace {

namespace dom = simdjson::dom;

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = path.find('/');
        out.emplace_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    }
    return out;
}

std::size_t code_points(std::string_view text)
{
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The value of a schema's keyword, when it has it.
template <class T>
std::optional<T> keyword(dom::element schema, std::string_view name)
{
    T value;
    if (schema[name].get(value) != simdjson::SUCCESS) return {};
    return value;
}

}  // namespace

struct Contract::Impl {
    struct Path {
        std::vector<std::string> segments;
        dom::element operations;
    };

    explicit Impl(const std::string& openapi) : text(openapi), root(parser.parse(text))
    {
        for (const auto path : dom::object(root["paths"])) paths.push_back({split(path.key), path.value});
    }

    // Fixed words win over parameters, as they do in the router.
    const Path* find(std::string_view path) const
    {
        const auto wanted = split(path);
        const Path* best = nullptr;
        std::size_t best_words = 0;
        for (const Path& candidate : paths) {
            if (candidate.segments.size() != wanted.size()) continue;
            std::size_t words = 1;
            for (std::size_t i = 0; i < wanted.size() && words > 0; ++i) {
                if (candidate.segments[i] == wanted[i]) ++words;
                else if (!candidate.segments[i].starts_with('{')) words = 0;
            }
            if (words > best_words) best = &candidate, best_words = words;
        }
        return best;
    }

    // What is wrong with `value`, or an empty string.
    std::string misfit(dom::element schema, dom::element value, const std::string& where) const
    {
        if (const auto reference = keyword<std::string_view>(schema, "$ref"))
            return misfit(root.at_pointer(reference->substr(1)).value(), value, where);
        const auto type = keyword<std::string_view>(schema, "type");
        if (!type) return {};
        if (*type == "object") return object_misfit(schema, value, where);
        if (*type == "array") return list_misfit(schema, value, where);
        if (*type == "string") return text_misfit(schema, value, where);
        if (*type == "integer") return integer_misfit(schema, value, where);
        if (*type == "boolean") return value.is_bool() ? "" : where + " is not true or false";
        return value.is_number() ? "" : where + " is not a number";
    }

    std::string object_misfit(dom::element schema, dom::element value, const std::string& where) const
    {
        if (!value.is_object()) return where + " is not an object";
        if (const auto required = keyword<dom::array>(schema, "required"))
            for (const auto name : *required)
                if (value[std::string_view(name)].error()) return where + "/" + std::string(std::string_view(name)) + " is missing";
        for (const auto member : dom::object(value)) {
            const std::string at = where + "/" + std::string(member.key);
            dom::element inner;
            if (schema["properties"][member.key].get(inner) != simdjson::SUCCESS) return at + " is not in the schema";
            if (auto what = misfit(inner, member.value, at); !what.empty()) return what;
        }
        return {};
    }

    std::string list_misfit(dom::element schema, dom::element value, const std::string& where) const
    {
        if (!value.is_array()) return where + " is not a list";
        std::int64_t count = 0;
        for (const auto item : dom::array(value))
            if (auto what = misfit(schema["items"], item, where + "/" + std::to_string(count++)); !what.empty()) return what;
        return within(schema, count, "minItems", "maxItems", where);
    }

    std::string text_misfit(dom::element schema, dom::element value, const std::string& where) const
    {
        if (!value.is_string()) return where + " is not a string";
        const std::string_view string(value);
        if (const auto choices = keyword<dom::array>(schema, "enum"))
            if (std::none_of(choices->begin(), choices->end(), [&](dom::element c) { return std::string_view(c) == string; }))
                return where + " is none of the enumeration: " + std::string(string);
        if (const auto pattern = keyword<std::string_view>(schema, "pattern"))
            if (!std::regex_match(std::string(string), std::regex(std::string(*pattern)))) return where + " does not look like " + std::string(*pattern);
        return within(schema, std::int64_t(code_points(string)), "minLength", "maxLength", where);
    }

    static std::string integer_misfit(dom::element schema, dom::element value, const std::string& where)
    {
        if (!value.is_int64()) return where + " is not a whole number";
        return within(schema, std::int64_t(value), "minimum", "maximum", where);
    }

    static std::string within(dom::element schema, std::int64_t value, std::string_view least, std::string_view most, const std::string& where)
    {
        if (const auto bound = keyword<std::int64_t>(schema, least); bound && value < *bound) return where + " is below " + std::to_string(*bound);
        if (const auto bound = keyword<std::int64_t>(schema, most); bound && value > *bound) return where + " is above " + std::to_string(*bound);
        return {};
    }

    std::string refusal_breach(dom::element operation, const http::Response& answer, dom::element body) const
    {
        if (answer.content_type != "application/problem+json") return "a refusal of type " + answer.content_type;
        const std::string code(keyword<std::string_view>(body, "code").value_or(""));
        if (auto what = misfit(root.at_pointer("/components/schemas/Problem").value(), body, ""); !what.empty()) return what;
        if (answer.status >= 500) return {};
        if (auto codes = operation["responses"][std::to_string(answer.status)]["x-codes"]; !codes.error())
            for (const auto known : dom::array(codes.value()))
                if (std::string_view(known) == code) return {};
        return std::to_string(answer.status) + " " + code + " is not among the refusals its route declares with .may_refuse(…)";
    }

    std::string success_breach(dom::element operation, const http::Response& answer, dom::element body) const
    {
        dom::element response;
        if (operation["responses"][std::to_string(answer.status)].get(response) != simdjson::SUCCESS)
            return "the status " + std::to_string(answer.status) + " is not promised";
        dom::element schema;
        if (response["content"]["application/json"]["schema"].get(schema) != simdjson::SUCCESS) return {};
        if (answer.content_type != "application/json") return "an answer of type " + answer.content_type;
        return misfit(schema, body, "");
    }

    const std::string text;
    dom::parser parser;
    dom::element root;
    std::vector<Path> paths;
};

Contract::Contract(const std::string& openapi) : impl_(std::make_unique<Impl>(openapi)) {}
Contract::~Contract() = default;

std::string Contract::breach(const http::Request& request, const http::Response& answer) const
{
    const Impl::Path* path = impl_->find(request.path);
    if (path == nullptr) return {};
    std::string method(http::method_name(request.method == http::Method::head ? http::Method::get : request.method));
    for (char& c : method) c = char(std::tolower(static_cast<unsigned char>(c)));
    dom::element operation;
    if (path->operations[method].get(operation) != simdjson::SUCCESS) return {};
    const bool content = !operation["responses"]["2XX"].error();
    if (answer.status < 400 && (content || answer.status == 204 || answer.status == 304)) return {};
    dom::parser parser;
    dom::element body;
    if (parser.parse(answer.body).get(body) != simdjson::SUCCESS) return "the body is not JSON: " + answer.body;
    return answer.status < 400 ? impl_->success_breach(operation, answer, body) : impl_->refusal_breach(operation, answer, body);
}

const Contract& Contract::of(const http::Router& router)
{
    static const Contract once(http::openapi_of(router.routes()).json);
    return once;
}

}  // namespace meadow::testing
