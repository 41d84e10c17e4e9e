#include <charconv>
#include <cmath>

#include "base/json.hpp"

namespace meadow {
namespace {

// The length of the well-formed UTF-8 sequence at the front, or 0. Overlong forms, surrogates and values past U+10FFFF are not.
std::size_t sequence_length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!follows(1) || !follows(2)) return 0;
        if (lead == 0xE0 && byte(1) < 0xA0) return 0;
        if (lead == 0xED && byte(1) > 0x9F) return 0;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        if (lead == 0xF0 && byte(1) < 0x90) return 0;
        if (lead == 0xF4 && byte(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

std::string out_of_bounds(const TypeInfo& type)
{
    if (type.max == INT64_MAX) return "must be at least " + std::to_string(type.min);
    return "must be between " + std::to_string(type.min) + " and " + std::to_string(type.max);
}

std::string enum_choices(const TypeInfo& type)
{
    std::string out = "must be one of";
    for (const EnumName& n : type.names) out += (out.ends_with("of") ? " " : ", ") + n.name;
    return out;
}

// "\r\n" and '\r' alone, as some devices end a line, become '\n'.
void unify_line_ends(std::string& text)
{
    const std::size_t first = text.find('\r');
    if (first == std::string::npos) return;
    std::size_t out = first;
    for (std::size_t in = first; in < text.size(); ++in) {
        const bool returns = text[in] == '\r';
        if (returns && in + 1 < text.size() && text[in + 1] == '\n') continue;
        text[out++] = returns ? '\n' : text[in];
    }
    text.resize(out);
}

}  // namespace

std::string tidy_text(std::string& text, std::int64_t min, std::int64_t max)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    std::size_t end = text.size();
    while (end > 0 && blank(text[end - 1])) --end;
    std::size_t start = 0;
    while (start < end && blank(text[start])) ++start;
    if (start > 0 || end < text.size()) text = text.substr(start, end - start);
    unify_line_ends(text);
    std::int64_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++points) {
        const std::size_t length = sequence_length(std::string_view(text).substr(i));
        if (length == 0) return "is not valid UTF-8";
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return "must not contain control characters";
        i += length;
    }
    if (points < min) return min == 1 ? "must not be empty" : "must have at least " + std::to_string(min) + " characters";
    if (points > max) return "must have at most " + std::to_string(max) + " characters";
    return {};
}

std::string read_scalar(std::string_view text, const TypeInfo& type, void* into)
{
    switch (type.shape) {
        case Shape::optional: return read_scalar(text, type.inner(), type.emplace(into));
        case Shape::boolean:
            if (text != "true" && text != "false" && text != "1" && text != "0") return "must be true or false";
            *static_cast<bool*>(into) = text == "true" || text == "1";
            return {};
        case Shape::integer:
        case Shape::money: {
            std::int64_t value = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (error != std::errc{} || end != text.data() + text.size()) return "must be a whole number";
            const bool fits = type.size == 8 || (type.size == 4 && value == std::int32_t(value)) ||
                              (type.size == 2 && value == std::int16_t(value)) || (type.size == 1 && value == std::int8_t(value));
            if (value < type.min || value > type.max || !fits) return out_of_bounds(type);
            store_integer(type, into, value);
            return {};
        }
        case Shape::real: {
            double value = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return "must be a number";
            *static_cast<double*>(into) = value;
            return {};
        }
        case Shape::text: {
            auto& out = *static_cast<std::string*>(into);
            out.assign(text);
            return tidy_text(out, type.min, type.max);
        }
        case Shape::id: {
            const auto value = parse_id(type.name, text);
            if (!value) return "must be an id such as " + id_text(type.name, 1);
            *static_cast<std::int64_t*>(into) = *value;
            return {};
        }
        case Shape::instant: {
            const auto at = parse_instant(text);
            if (!at) return "must be a time such as 2030-11-11T20:00:00Z";
            *static_cast<Instant*>(into) = *at;
            return {};
        }
        case Shape::enumeration: {
            const auto value = enum_value(type, text);
            if (!value) return enum_choices(type);
            store_integer(type, into, *value);
            return {};
        }
        case Shape::json:
        case Shape::bytes:
        case Shape::list:
        case Shape::object: break;
    }
    return "cannot be given here";
}

}  // namespace meadow
