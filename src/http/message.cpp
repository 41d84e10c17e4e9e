#include "http/message.hpp"

#include "http/fields.hpp"

namespace meadow::http {

std::string_view method_name(Method method)
{
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::delete_:
            return "DELETE";
        case Method::options:
            return "OPTIONS";
        case Method::other:
            break;
    }
    return "OTHER";
}

std::string_view Request::header(std::string_view name) const
{
    for (const Header& field : headers)
        if (same_token(field.name, name)) return field.value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const
{
    for (const Header& field : headers) {
        if (!same_token(field.name, "Cookie")) continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const auto end = rest.find(';');
            const auto pair = trim(rest.substr(0, end));
            if (pair.size() > name.size() && pair[name.size()] == '=' && pair.substr(0, name.size()) == name) {
                auto value = pair.substr(name.size() + 1);
                if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
                return value;
            }
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
    }
    return {};
}

}  // namespace meadow::http
