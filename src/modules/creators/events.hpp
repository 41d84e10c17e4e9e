// What creators tells the street.
#pragma once
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::creators {

// A sale was credited to the author of a note, or a credit changed its state.
struct SaleCredited {
    static constexpr std::string_view kind = "creators.sale_credited";
    UserId author;
    NoteId note;
    OrderId order;
    Money commission;
    std::string state;         // pending, payable, paid, clawed_back, void
};
BOOST_DESCRIBE_STRUCT(SaleCredited, (), (author, note, order, commission, state))

// People met products through notes who had not met them that way before. Counted at the shops' homes.
struct TouchedNote {
    ProductId product;
    NoteId note;
    UserId author;
    std::string kind_of_touch;   // view, click, share
};
BOOST_DESCRIBE_STRUCT(TouchedNote, (), (product, note, author, kind_of_touch))
struct TouchedNotes {
    static constexpr std::string_view kind = "creators.touched_notes";
    std::vector<TouchedNote> touches;
};
BOOST_DESCRIBE_STRUCT(TouchedNotes, (), (touches))

}  // namespace meadow::creators
