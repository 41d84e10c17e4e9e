#include "modules/community/notes/compose.hpp"

#include <algorithm>

#include "modules/community/notes/marks.hpp"
#include "modules/community/refusals.hpp"
#include "modules/media/media.hpp"

namespace meadow::community {
namespace {

void check_media(db::Tx& tx, UserId author, const std::vector<MediaId>& ids, std::vector<FieldFault>& faults)
{
    if (ids.empty()) return;
    if (!media::use(tx, author, ids)) {
        faults.push_back({"/media", "names something you did not upload"});
        return;
    }
    const auto pictures = media::pictures(tx, ids);
    const bool has_video = std::any_of(pictures.begin(), pictures.end(), [](const auto& p) { return p.kind == media::MediaKind::video; });
    if (has_video && ids.size() > 1) faults.push_back({"/media", "is one video or several pictures"});
}

}  // namespace

// Only what anybody may see is pinned anew; what a note has pinned already stays when it leaves the market.
bool may_pin(db::ReadTx& tx, const std::vector<ProductId>& wanted, const std::vector<ProductId>& pinned_before)
{
    std::vector<ProductId> fresh;
    for (const ProductId id : wanted)
        if (std::find(pinned_before.begin(), pinned_before.end(), id) == pinned_before.end()) fresh.push_back(id);
    return catalog::shown_products(tx, fresh).size() == fresh.size();
}

bool pays_author(db::ReadTx& tx, UserId author, const std::vector<catalog::ProductCard>& pinned)
{
    const Who as_author{author, {}, 0};
    return std::any_of(pinned.begin(), pinned.end(), [&](const catalog::ProductCard& card) {
        return card.commission.per_10k > 0 || catalog::require_right(tx, as_author, card.shop, catalog::Right::support).ok();
    });
}

Result<Note> compose(db::Tx& tx, const NoteContent& content, Note note)
{
    auto faults = faults_of_draft(content);
    check_media(tx, note.author, content.media, faults);
    const auto pinned = content.products.empty() ? std::vector<catalog::ProductCard>{} : catalog::product_cards(tx, content.products);
    if (pinned.size() != content.products.size() || !may_pin(tx, content.products, note.products))
        faults.push_back({"/products", "names something that is not sold here"});
    if (!faults.empty()) return refuse(bad_input, "See errors", std::move(faults));

    note.title = content.title;
    note.text = content.text;
    note.tags = marks_of(tx, content.text);
    note.media = content.media;
    note.products = content.products;
    note.place = content.place ? std::string(content.place->name) : std::string{};
    note.latitude = content.place ? content.place->latitude : std::nullopt;
    note.longitude = content.place ? content.place->longitude : std::nullopt;
    note.disclosed_by_author = content.advertises.value_or(false);
    note.disclosed_by_rule = pays_author(tx, note.author, pinned);
    return note;
}

NoteContent content_of(const Note& note)
{
    NoteContent content;
    content.title = note.title;
    content.text = note.text;
    content.media = note.media;
    content.products = note.products;
    content.place = note.where();
    content.advertises = note.disclosed_by_author;
    return content;
}

Done complete(const Note& note)
{
    if (note.media.empty()) return refuse(note_incomplete, "Add a picture or a video", {{"/media", "must name a picture or a video"}});
    if (note.title.empty() && note.text.empty()) return refuse(note_incomplete, "Add a title or a text", {{"/title", "or /text must say something"}});
    return done();
}

}  // namespace meadow::community
