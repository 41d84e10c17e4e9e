#include "modules/discovery/answers/record_answers.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

Result<RecordedAnswers> record_answers(WriteCtx& ctx, const RecordAnswers& in)
{
    RecordedAnswers out;
    for (const AnswerEvent& e : in.answers) {
        const auto deed = e.answer == Answered::hide ? engine::Deed::hide : engine::Deed::click;
        const Entry entry{ctx.who.user, "told:" + e.event, std::min(e.at.value_or(ctx.now), ctx.now), EntryKind::deed, to_json(DeedEntry{e.note, deed})};
        if (store::insert_entry(ctx.tx, entry)) ++out.recorded;
    }
    return out;
}

}  // namespace meadow::discovery
