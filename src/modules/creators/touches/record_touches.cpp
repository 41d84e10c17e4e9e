#include "modules/creators/touches/record_touches.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/creators/events.hpp"
#include "modules/creators/touches/store.hpp"

namespace meadow::creators {
namespace {

const community::PublicNote* find(const std::vector<community::PublicNote>& notes, NoteId id)
{
    const auto at = std::find_if(notes.begin(), notes.end(), [&](const auto& n) { return n.id == id; });
    return at == notes.end() ? nullptr : &*at;
}

// Each input as touches of single products: only those the note really pins, and nobody's own note.
std::vector<Touch> touches_meant(WriteCtx& ctx, const RecordTouches& in)
{
    std::vector<NoteId> ids;
    for (const TouchInput& t : in.touches) ids.push_back(t.note);
    const auto notes = ids.empty() ? std::vector<community::PublicNote>{} : community::public_notes(ctx.tx, ids);
    std::vector<Touch> out;
    for (const TouchInput& t : in.touches) {
        const community::PublicNote* note = find(notes, t.note);
        if (note == nullptr || note->author == ctx.who.user || (t.kind == TouchKind::click && !t.product)) continue;
        for (const ProductId product : note->products)
            if (!t.product || *t.product == product) out.push_back({product, t.note, t.kind, note->author, ctx.now, ctx.now});
    }
    return out;
}

void adopt(WriteCtx& ctx, ToucherId visitor)
{
    for (const Touch& touch : store::take_touches(ctx.tx, visitor))
        if (touch.author != ctx.who.user) store::put_touch(ctx.tx, toucher_of(ctx.who.user), touch);
}

}  // namespace

Result<RecordedTouches> record_touches(WriteCtx& ctx, const RecordTouches& in)
{
    if (!ctx.who.signed_in() && !in.visitor) return refuse(bad_input, "", {{"/visitor", "is needed of somebody who is not signed in"}});
    if (ctx.who.signed_in() && in.visitor) adopt(ctx, toucher_of_visitor(*in.visitor));
    const ToucherId toucher = ctx.who.signed_in() ? toucher_of(ctx.who.user) : toucher_of_visitor(*in.visitor);

    RecordedTouches out;
    TouchedNotes news;
    for (const Touch& touch : touches_meant(ctx, in)) {
        if (store::put_touch(ctx.tx, toucher, touch)) news.touches.push_back({touch.product, touch.note, touch.author, name_of(touch.kind)});
        ++out.kept;
    }
    if (!news.touches.empty()) ctx.tell(news);
    return out;
}

}  // namespace meadow::creators
