// Writes JSON for people to read and for version control to compare: two spaces a level, members in the order they are given.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace meadow::http {

class PrettyJson {
public:
    template <class Body>
    void object(Body&& body) { nest('{', '}', body); }
    template <class Body>
    void object(std::string_view key, Body&& body) { name(key); nest('{', '}', body); }
    template <class Body>
    void list(std::string_view key, Body&& body) { name(key); nest('[', ']', body); }

    void text(std::string_view key, std::string_view value) { name(key); write_json_string(value, out_); }
    void number(std::string_view key, std::int64_t value) { name(key); out_ += std::to_string(value); }
    void truth(std::string_view key, bool value) { name(key); out_ += value ? "true" : "false"; }
    void raw(std::string_view key, std::string_view json) { name(key); out_ += json; }
    void raw(std::string_view json) { next(); out_ += json; }   // an entry of a list

    std::string take() { return std::move(out_ += '\n'); }

private:
    template <class Body>
    void nest(char open, char close, Body& body)
    {
        if (!named_) next();
        named_ = false;
        out_.push_back(open);
        first_ = true;
        ++depth_;
        body();
        --depth_;
        if (!first_) start_line();
        first_ = false;
        out_.push_back(close);
    }
    void name(std::string_view key)
    {
        next();
        write_json_string(key, out_);
        out_ += ": ";
        named_ = true;
    }
    void next()
    {
        named_ = false;
        if (depth_ == 0) return;
        if (!first_) out_.push_back(',');
        first_ = false;
        start_line();
    }
    void start_line() { out_.append("\n").append(std::size_t(depth_) * 2, ' '); }

    std::string out_;
    int depth_ = 0;
    bool first_ = true;
    bool named_ = false;   // the key is written, its value comes next
};

}  // namespace meadow::http
