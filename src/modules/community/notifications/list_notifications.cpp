#include "modules/community/notifications/list_notifications.hpp"

#include <algorithm>

#include "modules/community/comments/store.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/notifications/store.hpp"

namespace meadow::community {
namespace {

template <class SomeId>
std::optional<SomeId> about(const Notification& n)
{
    const auto value = parse_id(SomeId::prefix(), n.about);
    return value ? std::optional(SomeId{*value}) : std::nullopt;
}

// What a page of notifications is about, read at once.
class Subjects {
public:
    Subjects(ReadCtx& ctx, const std::vector<Notification>& page)
    {
        std::vector<UserId> people;
        std::vector<NoteId> notes;
        std::vector<CommentId> comments;
        for (const Notification& n : page) {
            if (n.by) people.push_back(n.by);
            if (const auto note = about<NoteId>(n)) notes.push_back(*note);
            if (const auto comment = about<CommentId>(n)) comments.push_back(*comment);
        }
        comments_ = store::comments_shown(ctx.tx, comments);
        for (const auto& comment : comments_) notes.push_back(comment.note);
        people_ = identity::person_cards(ctx.tx, people);
        notes_ = cards_of(ctx, visible_notes(ctx.tx, ctx.who, notes));
    }

    std::optional<identity::PersonCard> person(UserId id) const { return find(people_, id); }
    std::optional<NoteCard> note(NoteId id) const { return find(notes_, id); }
    std::optional<store::CommentText> comment(CommentId id) const { return find(comments_, id); }

private:
    template <class Card, class SomeId>
    static std::optional<Card> find(const std::vector<Card>& cards, SomeId id)
    {
        const auto found = std::find_if(cards.begin(), cards.end(), [&](const Card& c) { return c.id == id; });
        return found == cards.end() ? std::nullopt : std::optional(*found);
    }

    std::vector<identity::PersonCard> people_;
    std::vector<NoteCard> notes_;
    std::vector<store::CommentText> comments_;
};

}  // namespace

Result<Page<NotificationCard>> list_notifications(ReadCtx& ctx, const ListNotifications& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto rows = page_of(store::list_notifications(ctx.tx, ctx.who.user, in.group, *cursor, in.limit + 1), in.limit,
                              [](const Notification& n) { return Cursor{n.at.us, n.id}; });
    const Subjects subjects(ctx, rows.items);
    Page<NotificationCard> page;
    page.next = rows.next;
    for (const Notification& n : rows.items) {
        NotificationCard card{n.group, n.what, n.about, subjects.person(n.by), n.people, {}, {}, n.unread, n.at};
        if (const auto note = about<NoteId>(n)) card.note = subjects.note(*note);
        const auto comment_id = about<CommentId>(n);
        const auto comment = comment_id ? subjects.comment(*comment_id) : std::nullopt;
        if (comment) card.note = subjects.note(comment->note);
        if (comment && card.note) card.comment = comment->text;   // a note out of sight takes its comments along
        page.items.push_back(std::move(card));
    }
    return page;
}

Result<Unread> count_unread(ReadCtx& ctx, const Nothing&)
{
    Unread unread;
    for (const auto& [group, count] : store::count_unread(ctx.tx, ctx.who.user)) {
        unread.total += count;
        switch (group) {
            case NotificationGroup::reactions: unread.reactions = count; break;
            case NotificationGroup::comments: unread.comments = count; break;
            case NotificationGroup::follows: unread.follows = count; break;
            case NotificationGroup::orders: unread.orders = count; break;
            case NotificationGroup::system: unread.system = count; break;
        }
    }
    return unread;
}

Done mark_read(WriteCtx& ctx, const MarkRead& in)
{
    store::mark_read(ctx.tx, ctx.who.user, in.group);
    for (const EnumName& group : describe<NotificationGroup>().names)
        store::forget_read(ctx.tx, ctx.who.user, NotificationGroup(group.value), ctx.now - keep_notifications(ctx));
    return done();
}

}  // namespace meadow::community
