#include "base/describe.hpp"

#include <stdexcept>

namespace meadow {

const std::string& enum_name(const TypeInfo& type, std::int64_t value)
{
    for (const EnumName& n : type.names)
        if (n.value == value) return n.name;
    throw std::logic_error("value " + std::to_string(value) + " is not of enumeration " + type.name);
}

std::optional<std::int64_t> enum_value(const TypeInfo& type, std::string_view name)
{
    for (const EnumName& n : type.names)
        if (n.name == name) return n.value;
    return {};
}

namespace detail {

// "std::string meadow::detail::type_name() [T = meadow::trading::PlaceOrder]" (clang), "[with T = …; …]" (gcc) → "PlaceOrder"
std::string bare_name(std::string_view pretty)
{
    const auto start = pretty.find("T = ") + 4;
    auto name = pretty.substr(start, pretty.find_first_of(";]", start) - start);
    if (const auto colon = name.rfind("::"); colon != std::string_view::npos) name.remove_prefix(colon + 2);
    return std::string(name);
}

std::string json_name(const char* cpp_name)
{
    std::string name = cpp_name;
    if (name.size() > 1 && name.back() == '_') name.pop_back();
    return name;
}

}  // namespace detail
}  // namespace meadow
