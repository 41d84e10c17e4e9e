#include "modules/discovery/feeds/show_discover.hpp"

#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/readers/store.hpp"

namespace meadow::discovery {
namespace {

std::string_view words_of(engine::Source source, bool personal)
{
    switch (source) {
        case engine::Source::trial: return "New: every note is first shown to a few people, whoever wrote it";
        case engine::Source::random: return "Chosen by chance, so that we learn whether our choices are good";
        case engine::Source::topic:
            return personal ? "Readers answered it more than usual, in a topic you named or open often" : "Readers answered it more than usual";
        case engine::Source::taste: return "People who opened what you opened lately opened this too";
        case engine::Source::latest: return "Among the newest";
    }
    return "";
}

}  // namespace

Result<DiscoverPage> show_discover(ReadCtx& ctx, const ShowDiscover& in)
{
    Curator& curator = ctx.outside<Curator>();
    DiscoverPage page;
    page.personal = ctx.who.signed_in() && store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{}).personal;
    engine::Page made;
    const Cursor cursor = TRY(feed_cursor(in.cursor));
    if (page.personal) {
        made = curator.serve(ctx.now, ctx.who.user, std::size_t(in.limit));
        if (!made.notes.empty()) page.next = cursor_text({0, 0});   // what was shown is left out by itself
    } else {
        made = curator.anonymous(ctx.now);
        const auto from = std::size_t(cursor.first == INT64_MAX ? 0 : std::clamp<std::int64_t>(cursor.first, 0, engine::most_slots));
        const auto end = std::min(made.notes.size(), from + std::size_t(in.limit));
        if (end < made.notes.size()) page.next = cursor_text({std::int64_t(end), 0});
        made.notes.resize(end);
        made.notes.erase(made.notes.begin(), made.notes.begin() + std::ptrdiff_t(std::min(from, end)));
    }
    page.policy = made.policy;
    std::vector<NoteId> notes;
    for (const engine::Placed& p : made.notes) notes.push_back(p.note);
    auto cards = cards_of(ctx, notes);
    drop_blocked(ctx, cards);
    for (const CardPtr& card : cards) {
        const auto placed = std::find_if(made.notes.begin(), made.notes.end(), [&](const auto& p) { return p.note == card->note; });
        page.reasons.push_back({card->note, placed->source, std::string(words_of(placed->source, page.personal))});
        page.items.push_back({card->json});
    }
    if (ctx.who.signed_in()) page.mine = mine_of(ctx, cards);
    return page;
}

}  // namespace meadow::discovery
