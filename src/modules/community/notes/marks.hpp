// Reads the #topics and @mentions of what somebody wrote.
#pragma once
#include <string_view>
#include <vector>

#include "db/tx.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community {

// Mentions of nobody are plain text, and so are those after the tenth.
inline constexpr int most_mentions = 10;
std::vector<Mark> marks_of(db::ReadTx&, std::string_view text);

// The handles a run of name characters after an @ may begin with, longest first: "lin你好" is lin你好, lin你 or lin. Latin words
// are not cut: "linda" never means lin.
std::vector<std::string> handles_in(std::string_view run);

}  // namespace meadow::community
