// The engine under a fake clock, driven by text: what an outside judge measures is what serves the feed. One line each, T in
// milliseconds, names of any kind without spaces:
//
//     user T USER TOPIC TOPIC TOPIC       · who reads, and the topics they named (none to eight)
//     note T NOTE AUTHOR TOPIC FOLLOWERS  · approved on arrival; the number of followers is not used
//     event T USER NOTE click|like|collect|comment|share|follow|hide|cart|order|read feed|link
//     page T USER SLOTS                   · answered on one line: note names, best first; it counts as shown
//     end
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {

class Replay {
public:
    explicit Replay(const Policy& policy = {}) : engine_(policy) {}

    // The answer to a page; nothing for the other lines. A line that cannot be read is thrown as std::runtime_error.
    std::optional<std::string> line(std::string_view);
    bool ended() const { return ended_; }
    const Engine& engine() const { return engine_; }

private:
    // Names as positive numbers, in the order of their first appearance.
    class Names {
    public:
        std::int64_t number(std::string_view name);
        const std::string& name(std::int64_t number) const { return names_[std::size_t(number - 1)]; }

    private:
        struct Hash {
            using is_transparent = void;
            std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
        };
        std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> numbers_;
        std::vector<std::string> names_;
    };

    Engine engine_;
    Names people_, notes_, topics_;
    bool ended_ = false;
};

}  // namespace meadow::discovery::engine
