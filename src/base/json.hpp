// JSON in and out of described types (describe.hpp). Compiled once; the only file that knows the parser is json.cpp.
//
// Names are the member names. Ids are prefixed strings, instants RFC 3339 strings, money whole minor units, absent optionals
// are left out. Reading is strict: an unknown name, a wrong type, a value out of its bounds or a missing member is a fault,
// and all faults are reported at once, each with its JSON pointer.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"

namespace meadow {

// Appends to `out`.
void write_json(const TypeInfo&, const void* value, std::string& out);
void write_json_string(std::string_view text, std::string& out);

template <class T>
std::string to_json(const T& value)
{
    std::string out;
    write_json(describe<T>(), &value, out);
    return out;
}

struct JsonLimits {
    std::size_t depth = 16;
    std::size_t faults = 20;  // reporting stops here
};

// Members of the top-level object named in `elsewhere` are filled from somewhere else (the path): refused here, and not missing.
std::vector<FieldFault> read_json(std::string_view json, const TypeInfo&, void* into,
                                  const std::vector<std::string_view>& elsewhere = {}, JsonLimits = {});

template <class T>
Result<T> from_json(std::string_view json)
{
    T value{};
    auto faults = read_json(json, describe<T>(), &value);
    if (!faults.empty()) return refuse(bad_input, "The JSON does not fit", std::move(faults));
    return value;
}

// One scalar from text (a path segment, a query parameter, a CSV cell). Returns what is wrong, or an empty string.
std::string read_scalar(std::string_view text, const TypeInfo&, void* into);

// Checks and tidies text the way input does: valid UTF-8, trimmed, no control characters, within the bounds. Returns what is
// wrong, or an empty string.
std::string tidy_text(std::string& text, std::int64_t min, std::int64_t max);

}  // namespace meadow
