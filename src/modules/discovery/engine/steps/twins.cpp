#include "modules/discovery/engine/kin.hpp"
#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

// Of texts that are nearly the same, the one that stands best. Trials keep theirs: every note has its guarantee, on a page of its own.
void drop_twins(PageWork& work)
{
    struct Kept {
        std::uint64_t print;
        const Note* note;
    };
    std::vector<Kept> kept;   // beside each other, because each is compared with all that stay
    for (const Candidate& c : work.trials) {
        const Note& note = work.state.notes[c.note];
        if (note.print != 0) kept.push_back({note.print, &note});
    }
    std::erase_if(work.best, [&](const Candidate& c) {
        const Note& note = work.state.notes[c.note];
        if (note.print == 0) return false;   // too few words to tell
        if (std::any_of(kept.begin(), kept.end(), [&](const Kept& k) { return perhaps_twins(note.print, k.print) && twins(note, *k.note); })) return true;
        kept.push_back({note.print, &note});
        return false;
    });
}

}  // namespace meadow::discovery::engine::steps
