#include "text/extract.hpp"

#include <optional>

namespace meadow::lang {
namespace {

struct Point {
    char32_t value;
    Span where;
};

bool is_hash(char32_t c) { return c == '#' || c == 0xFF03; }
bool is_at(char32_t c) { return c == '@' || c == 0xFF20; }
bool is_ascii_word(char32_t c) { return c < 0x80 && (script_of(c) == Script::letter || script_of(c) == Script::digit); }
bool is_line_end(char32_t c) { return c == '\n' || c == '\r'; }

bool is_name(char32_t c)
{
    if (c == replacement) return false;
    switch (script_of(c)) {
        case Script::han:
        case Script::letter:
        case Script::digit:
            return true;
        case Script::other:
        case Script::space:
            break;
    }
    return c == '_' || c == 0x00B7;
}

class Reader {
public:
    explicit Reader(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint next = decode(text, at);
            points_.push_back({next.value, {at, at + next.bytes}});
            at += next.bytes;
        }
    }

    std::vector<Tag> run()
    {
        std::vector<Tag> out;
        std::size_t free_from = 0;  // what a tag took cannot forbid the next one
        for (std::size_t at = 0; at < points_.size() && out.size() < most_tags;) {
            const char32_t before = at > free_from ? points_[at - 1].value : U' ';
            std::optional<Taken> taken;
            if (is_hash(points_[at].value) && before != '/' && before != '&') {
                taken = closed_topic(at);
                if (!taken && !is_ascii_word(before)) taken = open_topic(at);
            } else if (is_at(points_[at].value) && may_precede_mention(before)) {
                taken = mention(at);
            }
            if (!taken) {
                ++at;
                continue;
            }
            out.push_back({is_at(points_[at].value) ? TagKind::mention : TagKind::topic, span(at, taken->end),
                           span(at + 1, taken->name_end)});
            at = free_from = taken->end;
        }
        return out;
    }

private:
    struct Taken {
        std::size_t name_end, end;
    };

    Span span(std::size_t begin, std::size_t end) const { return {points_[begin].where.begin, points_[end - 1].where.end}; }
    char32_t value(std::size_t i) const { return i < points_.size() ? points_[i].value : U'\n'; }

    static bool may_precede_mention(char32_t c)
    {
        return !is_ascii_word(c) && c != '.' && c != '_' && c != '%' && c != '+' && c != '-' && !is_at(c);
    }

    std::optional<Taken> closed_topic(std::size_t at) const
    {
        std::size_t end = at + 1;
        while (end < points_.size() && end - at - 1 <= longest_topic && !is_hash(value(end))) {
            if (is_at(value(end)) || is_line_end(value(end)) || value(end) == replacement) return {};
            ++end;
        }
        const std::size_t size = end - at - 1;
        if (end == points_.size() || size == 0 || size > longest_topic) return {};
        if (script_of(value(at + 1)) == Script::space || script_of(value(end - 1)) == Script::space) return {};
        return Taken{end, end + 1};
    }

    std::optional<Taken> open_topic(std::size_t at) const
    {
        std::size_t end = at + 1;
        bool digits_only = true;
        while (end < points_.size() && is_name(value(end))) {
            digits_only = digits_only && script_of(value(end)) == Script::digit;
            ++end;
        }
        const std::size_t size = end - at - 1;
        if (size == 0 || size > longest_topic || digits_only) return {};
        return Taken{end, end};
    }

    std::optional<Taken> mention(std::size_t at) const
    {
        std::size_t end = at + 1;
        while (end < points_.size()) {
            const bool inner = (value(end) == '-' || value(end) == '.') && end > at + 1 && is_name(value(end + 1));
            if (!is_name(value(end)) && !inner) break;
            ++end;
        }
        const std::size_t size = end - at - 1;
        if (size == 0 || size > longest_mention) return {};
        return Taken{end, end};
    }

    std::vector<Point> points_;
};

}  // namespace

std::vector<Tag> extract_tags(std::string_view text) { return Reader(text).run(); }

}  // namespace meadow::lang
