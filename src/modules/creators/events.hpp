// What creators tells the street.
#pragma once
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
    std::string state;         // pending, payable, clawed_back, void
};
BOOST_DESCRIBE_STRUCT(SaleCredited, (), (author, note, order, commission, state))

}  // namespace meadow::creators
