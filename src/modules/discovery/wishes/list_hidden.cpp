#include "modules/discovery/wishes/list_hidden.hpp"

#include <algorithm>

#include "modules/community/community.hpp"
#include "modules/discovery/cards/feed_card.hpp"
#include "modules/discovery/interests/topics.hpp"
#include "modules/discovery/wishes/store.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t newest_of_a_kind = 100;

template <class Id>
std::vector<Id> keys_of(const std::vector<WishRow>& rows)
{
    std::vector<Id> out;
    for (const WishRow& row : rows) out.push_back(Id{row.key});
    return out;
}

}  // namespace

Result<Hidden> list_hidden(ReadCtx& ctx, const Nothing&)
{
    Hidden out;
    const auto hidden = [&](Wish wish) { return store::list_wishes(ctx.tx, ctx.who.user, wish, newest_of_a_kind); };
    const auto notes = hidden(Wish::hide_note), authors = hidden(Wish::hide_author), topics = hidden(Wish::hide_topic);
    const auto open = community::public_notes(ctx.tx, keys_of<NoteId>(notes));
    for (const WishRow& row : notes) {
        const auto found = std::find_if(open.begin(), open.end(), [&](const auto& n) { return n.id.value == row.key; });
        out.notes.push_back({NoteId{row.key}, found == open.end() ? "" : shown_title(found->title, found->text), row.at});
    }
    const auto people = identity::person_cards(ctx.tx, keys_of<UserId>(authors));
    for (const WishRow& row : authors) {
        const auto found = std::find_if(people.begin(), people.end(), [&](const auto& p) { return p.id.value == row.key; });
        if (found != people.end()) out.authors.push_back({*found, row.at});
    }
    const auto names = store::topic_names(ctx.tx, keys_of<ListId>(topics));
    for (const WishRow& row : topics) out.topics.push_back({name_of(names, ListId{row.key}), row.at});
    return out;
}

}  // namespace meadow::discovery
