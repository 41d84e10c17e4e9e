// What goes with a note or a product, by what people opened, looked at and bought. Nothing is asked about who is reading, so the answer is
// the same for everybody.
#pragma once
#include "modules/discovery/engine/state.hpp"
#include "modules/discovery/engine/taste/space.hpp"

namespace meadow::discovery::engine {

template <class Id>
struct Kin {
    Id id;
    double score = 0;   // 0 … 1: the best has 1 when plenty of people speak for it, less when few do
};

// Opened after a note, or by the same people. At most `most`, best first; none for a note nobody opened.
std::vector<Kin<NoteId>> opened_with(const State&, NoteId, std::size_t most);
// Near it in the space of factor vectors; none while there is no space.
std::vector<Kin<NoteId>> close_to(const State&, NoteId, const FactorSpace*, std::size_t most);
// Wanted after a product, or by the same people: looked at from a note, put into the cart, bought.
std::vector<Kin<ProductId>> wanted_with(const State&, ProductId, std::size_t most);

// Of nearly the same text: SimHash (Charikar 2002) prints that differ in three bits at most (Manku, Jain & Das Sarma 2007). Or most of
// the words of another author under a cover that looks like theirs: a note that was taken and reworded (14 bits, where chance makes 32).
bool twins(const Note&, const Note&);
// Whether they may be, by their prints alone: a first look that tells nearly all others apart.
bool perhaps_twins(std::uint64_t, std::uint64_t);

}  // namespace meadow::discovery::engine
