#pragma once
#include "base/page.hpp"
#include "modules/identity/codes/store.hpp"

namespace meadow::identity {

inline const Setting<bool> mailbox_shown{"identity.mailbox_shown", false, "Show the console mailbox to everybody: for demonstrations only"};

struct ListLetters {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListLetters, (), (cursor, limit))

// What the console mailbox holds, newest first: for operators, and for everybody while the switch is on.
Result<Page<store::KeptLetter>> list_letters(ReadCtx&, const ListLetters&);

}  // namespace meadow::identity
