#include "modules/discovery/trials/show_trials.hpp"

#include "modules/community/community.hpp"
#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {

Result<Trials> show_trials(ReadCtx& ctx, const ShowTrials& in)
{
    const auto author = community::note_author(ctx.tx, in.note);
    if (!author || (*author != ctx.who.user && !ctx.who.is(Role::operator_))) return refuse(not_found);
    Trials out;
    const auto note = ctx.outside<Curator>().note(in.note);
    if (!note) return out;
    out.rung = note->rung;
    out.views = note->views;
    for (const engine::KeptVerdict& kept : note->verdicts) {
        const engine::Verdict v = engine::told(kept);
        out.verdicts.push_back({v, engine::in_words(v)});
    }
    return out;
}

}  // namespace meadow::discovery
