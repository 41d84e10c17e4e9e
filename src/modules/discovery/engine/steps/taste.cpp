#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_taste(PageWork& work)
{
    for (std::size_t rank = 0; rank < work.reader.suggested.size(); ++rank) {
        const std::uint32_t note = work.reader.suggested[rank];
        if (!work.paused(work.state.notes[note].topic)) suggest(work, note, Source::taste, taste_tie(rank));
    }
}

}  // namespace meadow::discovery::engine::steps
