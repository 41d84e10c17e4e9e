#include "http/router.hpp"
#include "modules/community/collects/collect_note.hpp"
#include "modules/community/collects/edit_album.hpp"
#include "modules/community/collects/list_albums.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void collect_routes(http::On on)
{
    on.put("/v1/notes/{note}/collect", needs(Scope::user), collect_note)
        .lane_by("note").limited(Limit::write).may_refuse(not_found, album_full, note_changed).says("Keep a note in one of my albums, or move it to another");
    on.del("/v1/notes/{note}/collect", needs(Scope::user), uncollect_note).lane_by("note").limited(Limit::write).says("Keep a note no longer");
    on.post("/v1/albums", needs(Scope::user), create_album)
        .created().limited(Limit::write).may_refuse(too_many_albums).says("Open an album for notes");
    on.patch("/v1/albums/{album}", needs(Scope::user), edit_album)
        .limited(Limit::write).may_refuse(not_found, default_album_stays).says("Rename my album, open or close it");
    on.del("/v1/albums/{album}", needs(Scope::user), delete_album)
        .limited(Limit::write).may_refuse(not_found, default_album_stays).says("Delete my album; its notes stay collected");
    on.get("/v1/users/{user}/albums", needs(Scope::anyone), list_albums).says("A person's albums, as far as they are open");
    on.get("/v1/users/{user}/albums/{album}/notes", needs(Scope::anyone), list_album_notes).may_refuse(not_found).says("The notes of an album");
}

}  // namespace meadow::community
