#include "modules/discovery/answers/record_answers.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {

Result<RecordedAnswers> record_answers(WriteCtx& ctx, const RecordAnswers& in)
{
    RecordedAnswers out;
    // A page is written down a moment after it was served. An answer that is acknowledged must not outlive it.
    for (const Entry& page : ctx.outside<Curator>().served().waiting(ctx.who.user)) store::insert_entry(ctx.tx, page);
    for (const AnswerEvent& e : in.answers) {
        const auto deed = e.answer == Answered::hide ? engine::Deed::hide : engine::Deed::click;
        const Entry entry{ctx.who.user, "told:" + e.event, std::min(e.at.value_or(ctx.now), ctx.now), EntryKind::deed, to_json(DeedEntry{e.note, deed})};
        if (store::insert_entry(ctx.tx, entry)) ++out.recorded;
    }
    return out;
}

}  // namespace meadow::discovery
