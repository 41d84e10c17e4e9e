// What moderators see of notes and comments. Who deleted what they wrote has taken it away from everybody.
#include "modules/community/exhibits/store.hpp"
#include "modules/community/module.hpp"
#include "modules/community/notes/store.hpp"

namespace meadow::community {
namespace {

using governance::Exhibit;
using Ids = std::vector<std::int64_t>;

std::vector<Exhibit> notes(db::ReadTx& tx, const Ids& ids)
{
    std::vector<NoteId> wanted;
    for (const std::int64_t id : ids) wanted.push_back({id});
    std::vector<Exhibit> out;
    for (auto& [note, counts] : store::find_many(tx, wanted)) {
        if (note.state == NoteState::deleted) continue;
        out.push_back({text(note.id), std::move(note.title), std::move(note.text), std::move(note.media), note.author, {},
                       note.state == NoteState::hidden, note.created_at});
    }
    return out;
}

std::vector<Exhibit> comments(db::ReadTx& tx, const Ids& ids)
{
    std::vector<Exhibit> out;
    for (auto& c : store::exhibited_comments(tx, ids)) {
        if (c.state == CommentState::deleted) continue;
        out.push_back({text(c.id), {}, std::move(c.text), {}, c.by, text(c.note), c.state == CommentState::hidden, c.at});
    }
    return out;
}

}  // namespace

void add_exhibits(governance::Exhibits& exhibits)
{
    exhibits.add(governance::SubjectKind::note, notes, store::hidden_notes);
    exhibits.add(governance::SubjectKind::comment, comments, store::hidden_comments);
}

}  // namespace meadow::community
