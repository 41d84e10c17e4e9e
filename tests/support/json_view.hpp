// Looks into a JSON text by pointer, for tests. Throws std::runtime_error, naming the pointer and the text, when it is not there.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace meadow::testing {

class JsonView {
public:
    explicit JsonView(std::string text) : text_(std::move(text)) {}
    std::string text(std::string_view pointer) const;      // a string, or any other value as JSON
    std::int64_t number(std::string_view pointer) const;
    bool truth(std::string_view pointer) const;
    bool has(std::string_view pointer) const;
    std::size_t count(std::string_view pointer) const;     // entries of a list
    const std::string& raw() const { return text_; }

private:
    std::string text_;
};

}  // namespace meadow::testing
