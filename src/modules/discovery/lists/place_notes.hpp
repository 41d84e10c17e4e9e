#pragma once
#include "jobs/context.hpp"
#include "modules/community/community.hpp"

namespace meadow::discovery {

// Brings the lists up to date with these notes as they are now: public ones stand on their lists and nowhere else, all others on
// none. Repeating it changes nothing. Looks notes up together, so call it with many.
void place_notes(WriteCtx&, const std::vector<NoteId>&);

// The same for notes that have just been read and are public.
void place_public_notes(WriteCtx&, const std::vector<community::PublicNote>&);

}  // namespace meadow::discovery
