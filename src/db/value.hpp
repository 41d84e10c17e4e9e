// One bound parameter. A view: whatever it points at must live until the statement has run.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/describe.hpp"

namespace meadow::db {

struct Value {
    enum class Kind : std::uint8_t { null, integer, real, text, list };
    Kind kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text;
    std::span<const std::int64_t> list;
};

inline Value bind(std::nullptr_t) { return {}; }
inline Value bind(double v) { Value out; out.kind = Value::Kind::real; out.real = v; return out; }
inline Value bind(std::string_view v) { Value out; out.kind = Value::Kind::text; out.text = v; return out; }
inline Value bind(const std::string& v) { return bind(std::string_view(v)); }
inline Value bind(const char* v) { return bind(std::string_view(v)); }
inline Value bind(const RawJson& v) { return bind(std::string_view(v.text)); }
template <class T>
    requires std::is_integral_v<T>
Value bind(T v) { Value out; out.kind = Value::Kind::integer; out.integer = std::int64_t(v); return out; }
template <std::int64_t A, std::int64_t B>
Value bind(Whole<A, B> v) { return bind(v.value); }
template <class Tag>
Value bind(Id<Tag> v) { return bind(v.value); }
inline Value bind(Money v) { return bind(v.minor); }
inline Value bind(Rate v) { return bind(v.per_10k); }
inline Value bind(Instant v) { return bind(v.us); }
template <class E>
    requires std::is_enum_v<E>
Value bind(E v) { return bind(std::string_view(name_of(v))); }  // enumerations are stored by name
template <class T>
Value bind(const std::optional<T>& v) { return v ? bind(*v) : Value{}; }
// For `IN @list($n)`. Ids are laid out as plain integers, so the list is passed without a copy.
template <class Tag>
Value bind(const std::vector<Id<Tag>>& v)
{
    static_assert(sizeof(Id<Tag>) == sizeof(std::int64_t));
    Value out;
    out.kind = Value::Kind::list;
    out.list = {reinterpret_cast<const std::int64_t*>(v.data()), v.size()};
    return out;
}
inline Value bind(const std::vector<std::int64_t>& v)
{
    Value out;
    out.kind = Value::Kind::list;
    out.list = {v.data(), v.size()};
    return out;
}

}  // namespace meadow::db
