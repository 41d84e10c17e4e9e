#include "http/url.hpp"

#include <algorithm>

#include "http/fields.hpp"

namespace meadow::http {
namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string_view decode(std::string_view raw, std::string& out)
{
    out.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            if (i + 2 >= raw.size()) return "The path ends within a percent-encoding";
            const int high = hex_digit(raw[i + 1]);
            const int low = hex_digit(raw[i + 2]);
            if (high < 0 || low < 0) return "The path has a bad percent-encoding";
            c = static_cast<char>(high * 16 + low);
            if (c == '/') return "The path has an encoded slash";
            i += 2;
        }
        if (is_control(c) || c == '\\') return "The path has a character that is not allowed";
        out += c;
    }
    return {};
}

// Resolves "." and ".." and drops empty segments, in place. False when the path climbs above the root.
bool resolve_dots(std::string& path)
{
    std::string out;
    std::size_t at = 0;
    bool folder = false;  // the path ends with a slash
    while (at < path.size()) {
        ++at;  // the slash
        const auto end = std::min(path.find('/', at), path.size());
        const auto segment = std::string_view(path).substr(at, end - at);
        folder = true;
        if (segment == "..") {
            if (out.empty()) return false;
            out.resize(out.rfind('/'));
        } else if (!segment.empty() && segment != ".") {
            out += '/';
            out += segment;
            folder = false;
        }
        at = end;
    }
    if (folder || out.empty()) out += '/';
    path = std::move(out);
    return true;
}

bool needs_resolving(std::string_view path)
{
    return path.find("//") != std::string_view::npos || path.find("/.") != std::string_view::npos;
}

}  // namespace

std::string_view split_target(std::string_view target, std::string& path, std::string& query)
{
    const auto scheme = target.find("://");
    if (target.empty()) return "The target is empty";
    if (target.front() != '/') {  // absolute form, as proxies send it
        if (scheme == std::string_view::npos) return "The target must be a path";
        if (!same_token(target.substr(0, scheme), "http") && !same_token(target.substr(0, scheme), "https"))
            return "The target has a strange scheme";
        const auto authority_end = target.find_first_of("/?#", scheme + 3);
        target = authority_end == std::string_view::npos ? std::string_view{} : target.substr(authority_end);
    }
    if (target.find('#') != std::string_view::npos) return "The target has a fragment";
    const auto mark = target.find('?');
    auto raw = target.substr(0, mark);
    if (raw.empty()) raw = "/";
    query.assign(mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1));
    if (const auto wrong = decode(raw, path); !wrong.empty()) return wrong;
    if (needs_resolving(path) && !resolve_dots(path)) return "The path climbs above the root";
    return {};
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.push_back('%');
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        }
    }
    return out;
}

}  // namespace meadow::http
