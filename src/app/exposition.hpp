// The text format Prometheus reads: families of samples, each family announced once.
#pragma once
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace meadow::app {

class Exposition {
public:
    // `type`: counter, gauge or histogram.
    void family(std::string_view name, std::string_view type, std::string_view help)
    {
        name_ = name;
        out_.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
    }
    // `labels`: R"(lane="main0")", or nothing. `suffix`: _bucket, _sum, _count of a histogram.
    void sample(std::string_view labels, double value, std::string_view suffix = {})
    {
        out_.append(name_).append(suffix);
        if (!labels.empty()) out_.append("{").append(labels).append("}");
        out_.append(" ").append(number(value)).append("\n");
    }
    void sample(std::string_view labels, std::uint64_t value, std::string_view suffix = {}) { sample(labels, double(value), suffix); }

    static std::string number(double value)
    {
        std::array<char, 32> digits;
        return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
    }
    std::string take() { return std::move(out_); }

private:
    std::string name_;
    std::string out_;
};

}  // namespace meadow::app
