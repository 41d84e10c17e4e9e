#include "modules/community/comments/comment_card.hpp"

#include <algorithm>

#include "modules/community/comments/store.hpp"

namespace meadow::community {

std::vector<CommentCard> cards_of(ReadCtx& ctx, const std::vector<Comment>& comments)
{
    std::vector<UserId> ids;
    std::vector<CommentId> comment_ids;
    for (const Comment& c : comments) {
        ids.push_back(c.by);
        if (c.answers) ids.push_back(c.answers);
        comment_ids.push_back(c.place.id);
    }
    const auto people = identity::person_cards(ctx.tx, ids);
    const auto blocked = ctx.who.signed_in() ? identity::blocked_with(ctx.tx, ctx.who.user, ids) : std::vector<UserId>{};
    const auto liked = ctx.who.signed_in() ? store::liked_comments_among(ctx.tx, ctx.who.user, comment_ids) : std::vector<CommentId>{};
    const auto person = [&](UserId id) -> std::optional<identity::PersonCard> {
        const auto found = std::find_if(people.begin(), people.end(), [&](const auto& p) { return p.id == id; });
        return found == people.end() ? std::nullopt : std::optional(*found);
    };

    std::vector<CommentCard> out;
    for (const Comment& c : comments) {
        const auto by = person(c.by);
        if (!by || std::find(blocked.begin(), blocked.end(), c.by) != blocked.end()) continue;
        const bool is_liked = std::find(liked.begin(), liked.end(), c.place.id) != liked.end();
        const auto root = c.place.root ? std::optional(c.place.root) : std::nullopt;
        out.push_back({c.place.id, c.place.note, root, *by, c.answers ? person(c.answers) : std::nullopt, c.text, c.tags, c.likes, c.replies, is_liked,
                       c.by == c.place.author, c.at});
    }
    return out;
}

}  // namespace meadow::community
