#include "http/router.hpp"
#include "modules/community/notes/delete_note.hpp"
#include "modules/community/notes/edit_note.hpp"
#include "modules/community/notes/list_own_notes.hpp"
#include "modules/community/notes/publish_note.hpp"
#include "modules/community/notes/save_draft.hpp"
#include "modules/community/notes/show_note.hpp"
#include "modules/community/notes/unfurl_note.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void note_routes(http::On on)
{
    on.post("/v1/notes", needs(Scope::user), publish_note)
        .created().limited(Limit::write).may_refuse(note_incomplete, schedule_out_of_reach).says("Publish a note, now or at a later time");
    on.get("/v1/notes/{note}", needs(Scope::anyone), show_note_page).may_refuse(not_found).says("A note's page");
    on.get("/notes/{note}", needs(Scope::anyone), unfurl_note)
        .internal().sessionless().cache("no-cache").says("The app's page at a note, with the head that links unfurl by");
    on.put("/v1/notes/{note}", needs(Scope::user), edit_note)
        .limited(Limit::write).may_refuse(not_found, note_incomplete, note_changed, note_elsewhere).says("Change what my note says");
    on.put("/v1/notes/{note}/visibility", needs(Scope::user), set_visibility)
        .limited(Limit::write).may_refuse(not_found, note_changed).says("Show my note to more or fewer people");
    on.del("/v1/notes/{note}", needs(Scope::user), delete_note)
        .limited(Limit::write).may_refuse(not_found, note_changed).says("Delete my note or draft");
    on.get("/v1/notes/{note}/history", needs(Scope::user), list_note_history).may_refuse(not_found).says("What my note said before its edits");
    on.del("/v1/notes/{note}/schedule", needs(Scope::user), unschedule_note)
        .limited(Limit::write).may_refuse(not_found, note_elsewhere, note_changed).says("Make my scheduled note a draft again");
    on.get("/v1/me/notes", needs(Scope::user), list_own_notes).says("My notes and drafts, newest first");

    on.post("/v1/drafts", needs(Scope::user), start_draft)
        .created().limited(Limit::write).may_refuse(too_many_drafts).says("Keep an unfinished note");
    on.put("/v1/drafts/{note}", needs(Scope::user), save_draft)
        .limited(Limit::write).may_refuse(not_found, note_changed, note_elsewhere).says("Save my draft over the version I have seen");
    on.post("/v1/drafts/{note}/publish", needs(Scope::user), publish_draft)
        .limited(Limit::write).may_refuse(not_found, note_incomplete, note_changed, note_elsewhere, schedule_out_of_reach)
        .says("Publish my draft, now or at a later time");
}

}  // namespace meadow::community
