#include "modules/discovery/diary/quick.hpp"

#include <charconv>
#include <cmath>

namespace meadow::discovery::quick {
namespace {

class Words {
public:
    explicit Words(std::string_view json) : at_(json.data()), end_(json.data() + json.size()) {}

    bool done() const { return at_ == end_; }
    bool word(std::string_view expected)
    {
        if (std::size_t(end_ - at_) < expected.size() || std::string_view(at_, expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }
    template <class Number>
    bool number(Number& out)
    {
        const bool starts = at_ != end_ && (*at_ == '-' || (*at_ >= '0' && *at_ <= '9'));   // from_chars takes "inf", too
        const auto [next, error] = std::from_chars(at_, end_, out);
        if (!starts || error != std::errc{}) return false;
        at_ = next;
        return true;
    }
    // Without its quotation marks; nothing that is escaped.
    bool text(std::string_view& out)
    {
        if (at_ == end_ || *at_ != '"') return false;
        const char* const begin = ++at_;
        while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
        if (at_ == end_ || *at_ != '"') return false;
        out = {begin, std::size_t(at_++ - begin)};
        return true;
    }
    template <class Tag>
    bool id(Id<Tag>& out)
    {
        std::string_view said;
        if (!text(said)) return false;
        const auto value = parse_id(Tag::prefix, said);
        out.value = value.value_or(0);
        return value.has_value();
    }
    template <class Enum>
    bool name(Enum& out)
    {
        std::string_view said;
        if (!text(said)) return false;
        const auto value = parse_enum<Enum>(said);
        out = value.value_or(Enum{});
        return value.has_value();
    }

private:
    const char* at_;
    const char* const end_;
};

bool placed(Words& in, engine::Placed& out)
{
    if (!in.word(R"({"note":)") || !in.id(out.note) || !in.word(R"(,"source":)") || !in.name(out.source) || !in.word(R"(,"propensity":)") ||
        !in.number(out.propensity) || !in.word(R"(,"score":)") || !in.number(out.score) || !in.word(R"(,"expected":)") || !in.number(out.expected) ||
        !in.word(R"(,"taste":)") || !in.number(out.taste))
        return false;
    if (in.word(R"(,"chance":)") && !in.number(out.chance.emplace())) return false;
    return in.word("}");
}

}  // namespace

bool read(std::string_view json, PageEntry& out)
{
    Words in(json);
    if (!in.word(R"({"policy":)") || !in.number(out.policy) || !in.word(R"(,"notes":[)")) return false;
    out.notes.clear();
    out.notes.reserve(json.size() / 100);   // about
    if (!in.word("]"))
        for (bool more = true; more;) {
            if (!placed(in, out.notes.emplace_back())) return false;
            more = in.word(",");
            if (!more && !in.word("]")) return false;
        }
    return in.word("}") && in.done();
}

bool read(std::string_view json, DeedEntry& out)
{
    Words in(json);
    return in.word(R"({"note":)") && in.id(out.note) && in.word(R"(,"deed":)") && in.name(out.deed) &&
           (!in.word(R"(,"surface":)") || in.name(out.surface.emplace())) && (!in.word(R"(,"slot":)") || in.number(out.slot.emplace())) && in.word("}") &&
           in.done();
}

}  // namespace meadow::discovery::quick
