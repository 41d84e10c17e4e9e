#include "app/import/desk.hpp"
#include "app/import/note_homes.hpp"
#include "app/import/rows.hpp"
#include "modules/community/comments/store.hpp"
#include "modules/community/notes/marks.hpp"

namespace meadow::app {
namespace {

// Sets where a reply stands and whom it answers, as the verb does that writes one (community/comments/write_comment.cpp).
bool take_place(Desk& desk, std::uint64_t line, CommentId answered_id, community::Comment& comment)
{
    namespace store = community::store;
    const auto place = store::find_comment_place(desk.ctx.tx, answered_id);
    const auto answered = place && place->note == comment.place.note ? store::find_comment(desk.ctx.tx, *place) : std::nullopt;
    if (answered && answered->state == community::CommentState::shown) {
        comment.answers = answered->by;
        comment.place.root = place->root ? place->root : place->id;
        if (store::count_replies_if_shown(desk.ctx.tx, store::root_place(comment.place), +1)) return true;
    }
    desk.reject(line, "answers", "is no comment on this note that is shown");
    return false;
}

}  // namespace

// What is said stays as it was said: a comment that is known is skipped. Nobody is notified of what was said long ago.
void enter_comments(Desk& desk, Rows<CommentRow> rows)
{
    std::vector<std::string_view> names, notes, authors;
    for (const auto& one : rows) {
        names.push_back(one.row.id);
        if (one.row.answers) names.push_back(*one.row.answers);
        notes.push_back(one.row.note);
        authors.push_back(one.row.author);
    }
    desk.names.look_up(Kind::comment, names);
    desk.names.look_up(Kind::note, notes);
    desk.names.look_up(Kind::person, authors);
    std::vector<NoteId> ids;
    for (const auto& one : rows)
        if (const auto id = desk.names.id_of<NoteId>(Kind::note, one.row.note)) ids.push_back(*id);
    NoteHomes homes(desk.ctx.tx, ids);
    std::vector<community::Comment> said;
    const auto write = [&] {
        community::store::insert_comments(desk.ctx.tx, said);
        said.clear();
    };

    for (const auto& one : rows) {
        const CommentRow& row = one.row;
        if (desk.names.find(Kind::comment, row.id) != nullptr) {
            ++desk.tally.unchanged;
            continue;
        }
        const auto note = desk.needs<NoteId>(one.line, "note", Kind::note, row.note);
        if (!note) continue;
        const auto author = desk.needs<UserId>(one.line, "author", Kind::person, row.author);
        if (!author) continue;
        std::optional<CommentId> answers;
        if (row.answers && !(answers = desk.needs<CommentId>(one.line, "answers", Kind::comment, *row.answers))) continue;
        community::Comment comment;
        comment.place.id = desk.ctx.new_id<CommentId>();
        if (!desk.dry) {
            const auto* home = homes.find(*note);
            if (home == nullptr) {
                desk.reject(one.line, "note", "is gone");
                continue;
            }
            comment.place.author = home->author;
            comment.place.note = *note;
            if (answers) write();   // it may be one of these
            if (answers && !take_place(desk, one.line, *answers, comment)) continue;
            comment.by = *author;
            comment.text = row.text;
            comment.tags = community::marks_of(desk.ctx.tx, row.text);
            comment.at = row.at.value_or(desk.ctx.now);
            said.push_back(comment);
            ++homes.more(*note).comments;
        }
        desk.names.enter(Kind::comment, row.id, comment.place.id.value, one.content_hash);
        ++desk.tally.entered;
    }
    write();
    homes.write();
}

}  // namespace meadow::app
