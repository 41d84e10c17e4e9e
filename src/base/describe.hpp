// One description per struct, used by everything that moves data: JSON in and out, input checking, database rows, news and the
// OpenAPI schema. Describe a type once, beside it:
//
//     struct Follow { UserId user; Text<1, 40> note; };
//     BOOST_DESCRIBE_STRUCT(Follow, (), (user, note))
//
// `describe<Follow>()` then gives a TypeInfo: a small run-time table. The machinery that walks it is compiled once, not once per
// type, which is what keeps builds short. A trailing underscore is dropped from names, for words C++ keeps to itself (`public_`).
#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/bounded.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"
#include "base/page.hpp"
#include "base/result.hpp"

namespace meadow {

enum class Shape : std::uint8_t { boolean, integer, real, text, id, money, instant, enumeration, json, bytes, list, optional, object };

// A value that is already JSON; written out as it stands. Only for text our own writer produced.
struct RawJson {
    std::string text;
};

// The same, when it is known what it is: the JSON of a T that was written earlier and kept.
template <class T>
struct Rendered : RawJson {};

// The raw body of an upload; filled from the request body with its Content-Type. Input only.
struct Upload {
    std::string content_type;
    std::string bytes;
};

struct TypeInfo;
using TypeOf = const TypeInfo& (*)();  // a function, so that a type may contain lists of itself

struct Member {
    std::string name;
    std::size_t offset;
    TypeOf type;
};

struct EnumName {
    std::string name;
    std::int64_t value;
};

struct TypeInfo {
    Shape shape{};
    std::string name;                  // object, enumeration: the C++ name without namespaces; id: its prefix
    std::size_t size = 0;              // of integers and enumerations in memory
    std::int64_t min = INT64_MIN;      // text: code points, integer and money: value, list: count
    std::int64_t max = INT64_MAX;
    std::vector<Member> members;       // object
    std::vector<EnumName> names;       // enumeration
    TypeOf inner = nullptr;            // list, optional; json: what it is the JSON of, when that is known

    std::size_t (*count)(const void* list) = nullptr;
    const void* (*at)(const void* list, std::size_t) = nullptr;
    void* (*append)(void* list) = nullptr;
    const void* (*get)(const void* optional) = nullptr;  // null when absent
    void* (*emplace)(void* optional) = nullptr;

    const Member* find(std::string_view member) const
    {
        for (const Member& m : members)
            if (m.name == member) return &m;
        return nullptr;
    }
};

template <class T>
const TypeInfo& describe();

// Numbers and enumerations in memory, whatever their width.
inline std::int64_t load_integer(const TypeInfo& type, const void* at)
{
    if (type.size == 8) { std::int64_t v; std::memcpy(&v, at, 8); return v; }
    if (type.size == 4) { std::int32_t v; std::memcpy(&v, at, 4); return v; }
    if (type.size == 2) { std::int16_t v; std::memcpy(&v, at, 2); return v; }
    std::int8_t v; std::memcpy(&v, at, 1); return v;
}
inline void store_integer(const TypeInfo& type, void* at, std::int64_t value)
{
    if (type.size == 8) { std::memcpy(at, &value, 8); return; }
    if (type.size == 4) { const auto v = std::int32_t(value); std::memcpy(at, &v, 4); return; }
    if (type.size == 2) { const auto v = std::int16_t(value); std::memcpy(at, &v, 2); return; }
    const auto v = std::int8_t(value); std::memcpy(at, &v, 1);
}

// The name of an enumerator ("paid"), and back.
const std::string& enum_name(const TypeInfo&, std::int64_t value);
std::optional<std::int64_t> enum_value(const TypeInfo&, std::string_view name);
template <class E>
const std::string& name_of(E value) { return enum_name(describe<E>(), std::int64_t(value)); }
template <class E>
std::optional<E> parse_enum(std::string_view name)
{
    const auto value = enum_value(describe<E>(), name);
    return value ? std::optional<E>(E(*value)) : std::nullopt;
}

// ---------------------------------------------------------------- how the tables are made

namespace detail {

std::string bare_name(std::string_view pretty);   // from __PRETTY_FUNCTION__
std::string json_name(const char* cpp_name);

template <class T>
std::string type_name() { return bare_name(__PRETTY_FUNCTION__); }

template <class T> struct is_id : std::false_type {};
template <class Tag> struct is_id<Id<Tag>> : std::true_type { };
template <class T> struct is_text : std::false_type {};
template <int A, int B> struct is_text<Text<A, B>> : std::true_type {};
template <class T> struct is_whole : std::false_type {};
template <std::int64_t A, std::int64_t B> struct is_whole<Whole<A, B>> : std::true_type {};
template <class T> struct is_optional : std::false_type {};
template <class T> struct is_optional<std::optional<T>> : std::true_type { using Inner = T; };
template <class T> struct is_vector : std::false_type {};
template <class T> struct is_vector<std::vector<T>> : std::true_type { using Inner = T; };
template <class T, int A, int B> struct is_vector<List<T, A, B>> : std::true_type { using Inner = T; };
template <class T> struct is_rendered : std::false_type {};
template <class T> struct is_rendered<Rendered<T>> : std::true_type { using Inner = T; };
template <class T> struct is_page : std::false_type {};
template <class T> struct is_page<Page<T>> : std::true_type { using Inner = T; };

template <class T, class M>
std::size_t offset_of(M T::* member)
{
    alignas(T) static const std::byte room[sizeof(T)] = {};
    const T* const object = reinterpret_cast<const T*>(room);
    return std::size_t(reinterpret_cast<const std::byte*>(&(object->*member)) - room);
}

template <class T>
TypeInfo list_info()
{
    using Inner = typename is_vector<T>::Inner;
    TypeInfo info;
    info.shape = Shape::list;
    info.inner = &describe<Inner>;
    info.count = [](const void* list) { return static_cast<const T*>(list)->size(); };
    info.at = [](const void* list, std::size_t i) -> const void* { return &(*static_cast<const T*>(list))[i]; };
    info.append = [](void* list) -> void* { return &static_cast<T*>(list)->emplace_back(); };
    info.min = 0;
    if constexpr (requires { T::max; }) { info.min = T::min; info.max = T::max; }
    return info;
}

template <class T>
TypeInfo optional_info()
{
    TypeInfo info;
    info.shape = Shape::optional;
    info.inner = &describe<typename is_optional<T>::Inner>;
    info.get = [](const void* o) -> const void* {
        const auto& value = *static_cast<const T*>(o);
        return value ? &*value : nullptr;
    };
    info.emplace = [](void* o) -> void* { return &static_cast<T*>(o)->emplace(); };
    return info;
}

template <class T>
TypeInfo enum_info()
{
    TypeInfo info;
    info.shape = Shape::enumeration;
    info.name = type_name<T>();
    info.size = sizeof(T);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto d) { info.names.push_back({json_name(d.name), std::int64_t(d.value)}); });
    return info;
}

template <class T>
TypeInfo object_info()
{
    TypeInfo info;
    info.shape = Shape::object;
    info.name = type_name<T>();
    info.size = sizeof(T);
    using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<Members>([&](auto d) {
        using M = std::remove_reference_t<decltype(std::declval<T&>().*d.pointer)>;
        info.members.push_back({json_name(d.name), offset_of(static_cast<M T::*>(d.pointer)), &describe<M>});
    });
    return info;
}

template <class T>
TypeInfo page_info()
{
    TypeInfo info;
    info.shape = Shape::object;
    info.name = "PageOf" + describe<typename is_page<T>::Inner>().name;
    info.members.push_back({"items", offset_of(&T::items), &describe<decltype(T::items)>});
    info.members.push_back({"next", offset_of(&T::next), &describe<decltype(T::next)>});
    return info;
}

inline TypeInfo scalar(Shape shape, std::size_t size = 8, std::int64_t min = INT64_MIN, std::int64_t max = INT64_MAX)
{
    TypeInfo info;
    info.shape = shape;
    info.size = size;
    info.min = min;
    info.max = max;
    return info;
}

template <class T>
TypeInfo make_info()
{
    if constexpr (std::is_same_v<T, bool>) return scalar(Shape::boolean, 1);
    else if constexpr (std::is_enum_v<T>) return enum_info<T>();
    else if constexpr (std::is_integral_v<T>) return scalar(Shape::integer, sizeof(T));
    else if constexpr (std::is_same_v<T, double>) return scalar(Shape::real);
    else if constexpr (is_text<T>::value) return scalar(Shape::text, 0, T::min, T::max);
    else if constexpr (std::is_same_v<T, std::string>) return scalar(Shape::text, 0, 0);
    else if constexpr (is_whole<T>::value) return scalar(Shape::integer, 8, T::min, T::max);
    else if constexpr (std::is_same_v<T, Money>) return scalar(Shape::money);
    else if constexpr (std::is_same_v<T, Rate>) return scalar(Shape::integer, 8, 0, 10000);
    else if constexpr (std::is_same_v<T, Instant>) return scalar(Shape::instant);
    else if constexpr (std::is_same_v<T, RawJson>) return scalar(Shape::json);
    else if constexpr (std::is_same_v<T, Upload>) return scalar(Shape::bytes);
    else if constexpr (is_rendered<T>::value) {
        TypeInfo info = scalar(Shape::json);
        info.inner = &describe<typename is_rendered<T>::Inner>;
        return info;
    }
    else if constexpr (is_vector<T>::value) return list_info<T>();
    else if constexpr (is_optional<T>::value) return optional_info<T>();
    else if constexpr (is_page<T>::value) return page_info<T>();
    else if constexpr (is_id<T>::value) {
        TypeInfo info = scalar(Shape::id);
        info.name = T::prefix();
        return info;
    }
    else return object_info<T>();
}

}  // namespace detail

BOOST_DESCRIBE_STRUCT(Nothing, (), ())

template <class T>
const TypeInfo& describe()
{
    static const TypeInfo info = detail::make_info<T>();
    return info;
}

}  // namespace meadow
