#include "modules/discovery/engine/replay.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

namespace meadow::discovery::engine {
namespace {

constexpr std::size_t most_words = 12;
constexpr std::size_t most_names = 20'000'000;

struct Words {
    std::array<std::string_view, most_words> at;
    std::size_t count = 0;

    explicit Words(std::string_view line)
    {
        while (!line.empty()) {
            const std::size_t space = std::min(line.find_first_of(" \t\r"), line.size());
            if (space > 0) {
                if (count == most_words) throw std::runtime_error("a line of too many words");
                at[count++] = line.substr(0, space);
            }
            line.remove_prefix(std::min(space + 1, line.size()));
        }
    }
    std::string_view operator[](std::size_t i) const
    {
        if (i >= count) throw std::runtime_error("a line of too few words");
        return at[i];
    }
    std::int64_t number(std::size_t i) const
    {
        const std::string_view word = (*this)[i];
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc{} || end != word.data() + word.size() || value < 0 || value > INT64_MAX / 1000)
            throw std::runtime_error("not a number: " + std::string(word));
        return value;
    }
};

}  // namespace

std::int64_t Replay::Names::number(std::string_view name)
{
    if (const auto found = numbers_.find(name); found != numbers_.end()) return found->second;
    if (names_.size() >= most_names) throw std::runtime_error("too many names");
    names_.emplace_back(name);
    return numbers_.emplace(names_.back(), std::int64_t(names_.size())).first->second;
}

std::optional<std::string> Replay::line(std::string_view text)
{
    const Words words(text);
    if (words.count == 0) return {};
    if (words[0] == "end") {
        ended_ = true;
        return {};
    }
    const Instant now{words.number(1) * 1000};
    if (words[0] == "event") {
        const auto deed = parse_enum<Deed>(words[4]);
        const auto arrival = parse_enum<Arrival>(words[5]);
        if (!deed || !arrival) throw std::runtime_error("unknown event: " + std::string(text));
        engine_.heard(now, UserId{people_.number(words[2])}, NoteId{notes_.number(words[3])}, *deed, *arrival);
    } else if (words[0] == "page") {
        const UserId reader{people_.number(words[2])};
        engine_.advance(now);
        const Page page = engine_.page(now, reader, std::size_t(words.number(3)));
        engine_.shown(now, reader, page);
        std::string answer;
        for (const Placed& placed : page.notes) {
            if (!answer.empty()) answer += ' ';
            answer += notes_.name(placed.note.value);
        }
        return answer;
    } else if (words[0] == "note") {
        engine_.note(now, NoteId{notes_.number(words[2])}, UserId{people_.number(words[3])}, TopicKey(topics_.number(words[4])));
    } else if (words[0] == "user") {
        std::vector<TopicKey> interests;
        for (std::size_t i = 3; i < words.count; ++i) interests.push_back(TopicKey(topics_.number(words[i])));
        engine_.reader(now, UserId{people_.number(words[2])}, interests);
    } else {
        throw std::runtime_error("unknown line: " + std::string(text));
    }
    return {};
}

}  // namespace meadow::discovery::engine
