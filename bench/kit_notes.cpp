#include "kit_notes.hpp"

#include "modules/community/notes/store.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::bench {
namespace {

// What a page is told of a picture; its files are not read here.
media::Item picture(WriteCtx& ctx, UserId owner)
{
    media::Item item;
    item.picture = {ctx.new_id<MediaId>(), media::MediaKind::image, "0123456789abcdef0123456789abcdef", 1440, 1920, {240, 480, 960, 1440},
                    "#d8a7b1",             "LEHV6nWB2yk8pyo0adR*.7kCMdnj"};
    item.owner = owner;
    item.uploaded_at = ctx.now;
    return item;
}

}  // namespace

std::vector<NoteId> write_notes(BenchTown& town, const std::vector<std::pair<UserId, std::string>>& authors, int count)
{
    std::vector<NoteId> ids;
    while (int(ids.size()) < count) {
        const std::size_t before = ids.size();
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            ids.resize(before);  // the lane may repeat the transaction
            std::vector<MediaId> pictures;
            for (int i = 0; i < 100; ++i) {
                const media::Item item = picture(ctx, authors.front().first);
                media::store::insert_item(ctx.tx, item);
                media::store::mark_used(ctx.tx, item.picture.id);
                pictures.push_back(item.picture.id);
            }
            for (int i = 0; i < 1000 && int(ids.size()) < count; ++i) {
                community::Note note;
                note.author = authors[ids.size() % authors.size()].first;
                note.id = ctx.new_id<NoteId>();
                note.state = community::NoteState::published;
                note.title = "秋冬口红试色第" + std::to_string(ids.size()) + "期";
                for (int line = 0; line < 8; ++line) note.text += "这支颜色显白又不挑皮，上嘴很润，喝水也不会掉得太厉害。";
                for (std::size_t p = 0; p < 3; ++p) note.media.push_back(pictures[(std::size_t(i) + p) % pictures.size()]);
                note.created_at = note.published_at = ctx.now;
                community::store::insert_note(ctx.tx, note);
                ids.push_back(note.id);
            }
            return true;
        });
    }
    return ids;
}

}  // namespace meadow::bench
