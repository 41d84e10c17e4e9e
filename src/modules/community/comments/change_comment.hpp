// How a comment moves from state to state: the one place where the counters and the moves follow.
#pragma once
#include "jobs/context.hpp"
#include "modules/community/comments/model.hpp"

namespace meadow::community {

// Refuses note_elsewhere when there is no such move, note_changed when somebody else was faster. The note's counter says how many
// comments can be seen: with a comment its replies come and go.
Done change_state(WriteCtx&, const Comment&, CommentState to, std::string_view reason);

}  // namespace meadow::community
