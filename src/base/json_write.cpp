#include <charconv>
#include <cmath>

#include "base/json.hpp"

namespace meadow {
namespace {

void write_integer(std::int64_t value, std::string& out)
{
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void write_real(double value, std::string& out)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    char digits[40];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void write_object(const TypeInfo& type, const void* value, std::string& out)
{
    char separator = '{';
    for (const Member& member : type.members) {
        const TypeInfo& inner = member.type();
        const void* at = static_cast<const char*>(value) + member.offset;
        if (inner.shape == Shape::optional && inner.get(at) == nullptr) continue;
        out.push_back(separator);
        out.push_back('"');
        out.append(member.name).append("\":");
        write_json(inner, at, out);
        separator = ',';
    }
    if (separator == '{') out.push_back('{');
    out.push_back('}');
}

void write_list(const TypeInfo& type, const void* value, std::string& out)
{
    const TypeInfo& inner = type.inner();
    const std::size_t count = type.count(value);
    out.push_back('[');
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out.push_back(',');
        write_json(inner, type.at(value, i), out);
    }
    out.push_back(']');
}

// 0: as it stands, 1: \u00XX, otherwise the letter after the backslash.
constexpr char escape_of(unsigned char c)
{
    switch (c) {
        case '"': return '"';
        case '\\': return '\\';
        case '\n': return 'n';
        case '\r': return 'r';
        case '\t': return 't';
        default: return c < 0x20 ? 1 : 0;
    }
}

}  // namespace

void write_json_string(std::string_view text, std::string& out)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.push_back('"');
    std::size_t clean = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char escape = escape_of(static_cast<unsigned char>(text[i]));
        if (escape == 0) continue;
        out.append(text, clean, i - clean);
        clean = i + 1;
        out.push_back('\\');
        if (escape == 1) {
            out.append("u00").push_back(hex[text[i] >> 4 & 15]);
            out.push_back(hex[text[i] & 15]);
        } else {
            out.push_back(escape);
        }
    }
    out.append(text, clean, text.size() - clean);
    out.push_back('"');
}

void write_json(const TypeInfo& type, const void* value, std::string& out)
{
    switch (type.shape) {
        case Shape::boolean: out += *static_cast<const bool*>(value) ? "true" : "false"; break;
        case Shape::integer: write_integer(load_integer(type, value), out); break;
        case Shape::money: write_integer(*static_cast<const std::int64_t*>(value), out); break;
        case Shape::real: write_real(*static_cast<const double*>(value), out); break;
        case Shape::text: write_json_string(*static_cast<const std::string*>(value), out); break;
        case Shape::json: out += static_cast<const RawJson*>(value)->text; break;
        case Shape::bytes: out += "null"; break;  // input only
        case Shape::list: write_list(type, value, out); break;
        case Shape::object: write_object(type, value, out); break;
        case Shape::optional:
            if (const void* inner = type.get(value)) write_json(type.inner(), inner, out);
            else out += "null";
            break;
        case Shape::id: {
            const auto id = *static_cast<const std::int64_t*>(value);
            out.push_back('"');
            if (id != 0) out += id_text(type.name, id);
            out.push_back('"');
            break;
        }
        case Shape::instant: {
            const Instant at = *static_cast<const Instant*>(value);
            out.push_back('"');
            if (at) out += text(at);
            out.push_back('"');
            break;
        }
        case Shape::enumeration:
            out.push_back('"');
            out += enum_name(type, load_integer(type, value));
            out.push_back('"');
            break;
    }
}

}  // namespace meadow
