#include "modules/discovery/feeds/show_discover.hpp"

#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/drop_hidden.hpp"
#include "modules/discovery/wishes/store.hpp"

namespace meadow::discovery {
namespace {

constexpr int nearby_ring = 1;   // 10 km

std::string_view words_of(engine::Source source, bool personal)
{
    switch (source) {
        case engine::Source::trial: return "New: every note is first shown to a few people, whoever wrote it";
        case engine::Source::random: return "Chosen by chance, so that we learn whether our choices are good";
        case engine::Source::topic:
            return personal ? "Readers answered it more than usual, in a topic you named or open often" : "Readers answered it more than usual";
        case engine::Source::taste: return "People who opened what you opened lately opened this too";
        case engine::Source::latest: return "Among the newest";
        case engine::Source::follow: return "By somebody you follow";
        case engine::Source::social: return "Somebody you follow liked it";
        case engine::Source::product: return "It shows a product you looked at or bought";
        case engine::Source::nearby: return "About a place near you";
        case engine::Source::pick: return "Chosen by the editors";
        case engine::Source::search: return "You searched for this, or for something like it, lately";
    }
    return "";
}

engine::Asked asked_of(ReadCtx& ctx, const ShowDiscover& in)
{
    engine::Asked out;
    if (in.latitude && in.longitude && on_earth({*in.latitude, *in.longitude}))
        for (const CellId cell : cells_around({*in.latitude, *in.longitude}, nearby_ring)) out.near.push_back(engine::CellKey(cell.value));
    if (!ctx.who.signed_in()) return out;
    for (const WishRow& row : store::standing_wishes(ctx.tx, ctx.who.user)) {
        if (row.wish == Wish::hide_author) out.hidden_authors.push_back(UserId{row.key});
        else if (row.wish == Wish::hide_note) out.hidden_notes.push_back(NoteId{row.key});
        else if (row.wish == Wish::hide_topic) out.hidden_topics.push_back(engine::TopicKey(row.key));
        else out.paused_topics.push_back(engine::TopicKey(row.key));
    }
    return out;
}

// Of a page that was made, what this reader may really see now.
std::vector<CardPtr> shown_of(ReadCtx& ctx, engine::Page& page, std::vector<NoteId>& dropped)
{
    std::vector<NoteId> notes;
    for (const engine::Placed& p : page.notes) notes.push_back(p.note);
    auto cards = cards_of(ctx, notes);
    drop_blocked(ctx, cards);
    drop_hidden(ctx, cards);
    std::erase_if(page.notes, [&](const engine::Placed& p) {
        const bool gone = std::none_of(cards.begin(), cards.end(), [&](const CardPtr& card) { return card->note == p.note; });
        if (gone) dropped.push_back(p.note);
        return gone;
    });
    return cards;
}

// What cannot be shown makes room for others, a few times.
engine::Page serve(ReadCtx& ctx, Curator& curator, std::size_t slots, const engine::Asked& wishes, std::vector<CardPtr>& cards)
{
    engine::Page page;
    std::vector<NoteId> dropped;
    for (int round = 0; round < 3; ++round) {
        engine::Page more = curator.serve(ctx.now, ctx.who.user, slots - page.notes.size(), wishes);
        const std::size_t made = more.notes.size();
        const auto shown = shown_of(ctx, more, dropped);
        cards.insert(cards.end(), shown.begin(), shown.end());
        page.notes.insert(page.notes.end(), more.notes.begin(), more.notes.end());
        page.policy = more.policy;
        if (round == 0) page.trace = std::move(more.trace);
        if (more.notes.size() == made || page.notes.size() >= slots) break;
    }
    curator.served().keep(ctx.now, ctx.who.user, page, dropped);
    return page;
}

// The part of the page of somebody nobody knows that begins at the cursor.
engine::Page common(ReadCtx& ctx, const ShowDiscover& in, Cursor cursor, DiscoverPage& page, std::vector<CardPtr>& cards)
{
    engine::Page made = ctx.outside<Curator>().anonymous(ctx.now, asked_of(ctx, in));
    const auto from = std::size_t(cursor.first == INT64_MAX ? 0 : std::clamp<std::int64_t>(cursor.first, 0, engine::most_slots));
    const auto end = std::min(made.notes.size(), from + std::size_t(in.limit));
    if (end < made.notes.size()) page.next = cursor_text({std::int64_t(end), 0});
    made.notes.resize(end);
    made.notes.erase(made.notes.begin(), made.notes.begin() + std::ptrdiff_t(std::min(from, end)));
    std::vector<NoteId> dropped;
    cards = shown_of(ctx, made, dropped);
    return made;
}

Result<DiscoverPage> discover(ReadCtx& ctx, const ShowDiscover& in, bool is_seen)
{
    Curator& curator = ctx.outside<Curator>();
    DiscoverPage page;
    page.personal = ctx.who.signed_in() && store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{}).personal;
    engine::Page made;
    const bool explain = TRY(may_explain(ctx, in.explain));
    const Cursor cursor = TRY(feed_cursor(in.cursor));
    std::vector<CardPtr> cards;
    if (page.personal) {
        made = serve(ctx, curator, std::size_t(in.limit), asked_of(ctx, in), cards);
        if (!made.notes.empty()) page.next = cursor_text({0, 0});   // what was shown is left out by itself
    } else {
        made = common(ctx, in, cursor, page, cards);
        if (is_seen) curator.guests().shown(made);
    }
    page.policy = made.policy;
    if (explain) {
        page.steps.emplace();
        for (const engine::Trace& step : made.trace) page.steps->push_back({std::string(step.step), step.left});
    }
    for (const CardPtr& card : cards) {
        const auto placed = std::find_if(made.notes.begin(), made.notes.end(), [&](const auto& p) { return p.note == card->note; });
        page.reasons.push_back({card->note, placed->source, std::string(words_of(placed->source, page.personal))});
    }
    page.items = listed(cards);
    if (ctx.who.signed_in()) page.mine = mine_of(ctx, cards);
    return page;
}

}  // namespace

Result<DiscoverPage> show_discover(ReadCtx& ctx, const ShowDiscover& in) { return discover(ctx, in, true); }

Result<DiscoverPage> preview_discover(ReadCtx& ctx) { return discover(ctx, {}, false); }

}  // namespace meadow::discovery
