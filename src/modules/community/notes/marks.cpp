#include "modules/community/notes/marks.hpp"

#include <algorithm>

#include "modules/identity/identity.hpp"

namespace meadow::community {

std::vector<std::string> handles_in(std::string_view run)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < run.size();) {
        const auto point = lang::decode(run, at);
        const bool may_end_here = lang::script_of(point.value) == lang::Script::han || point.value == U'-' || point.value == U'.';
        if (at > 0 && may_end_here) out.emplace_back(run.substr(0, at));
        at += point.bytes;
    }
    out.emplace_back(run);
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<Mark> marks_of(db::ReadTx& tx, std::string_view text)
{
    std::vector<Mark> marks;
    int mentions = 0;
    std::size_t measured = 0;   // bytes before it are `units` long
    std::int64_t units = 0;
    const auto units_before = [&](std::size_t byte) {
        units += utf16_length(text.substr(measured, byte - measured));
        measured = byte;
        return units;
    };
    for (const lang::Tag& tag : lang::extract_tags(text)) {
        Mark mark;
        mark.begin = units_before(tag.where.begin);
        mark.name = tag.name.of(text);
        if (tag.kind == lang::TagKind::topic) {
            mark.kind = MarkKind::topic;
            mark.end = units_before(tag.where.end);
            marks.push_back(std::move(mark));
            continue;
        }
        if (++mentions > most_mentions) continue;
        for (std::string& handle : handles_in(mark.name)) {
            const auto user = identity::person_called(tx, handle);
            if (!user) continue;
            mark.kind = MarkKind::mention;
            mark.user = user;
            mark.end = units_before(tag.name.begin + handle.size());
            mark.name = std::move(handle);
            marks.push_back(std::move(mark));
            break;
        }
    }
    return marks;
}

}  // namespace meadow::community
