#include "http/router.hpp"
#include "modules/discovery/exposure/show_exposure.hpp"

namespace meadow::discovery {

using http::needs;
using http::Scope;

void exposure_routes(http::On on)
{
    on.get("/v1/operator/exposure", needs(Scope::operator_), show_exposure).slow()
        .says("What was shown and what came of it, by day, surface, source, slot or policy, with intervals");
    on.get("/v1/operator/exposure.csv", needs(Scope::operator_), export_exposure).slow().says("The same for spreadsheets, every sum there is");
    on.get("/v1/operator/notes/{note}/exposure", needs(Scope::operator_), show_note_exposure).says("The same of one note, day by day");
}

}  // namespace meadow::discovery
