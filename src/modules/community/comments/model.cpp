#include "modules/community/comments/model.hpp"

#include <algorithm>

namespace meadow::community {

bool may_move(CommentState from, CommentState to)
{
    return std::any_of(std::begin(comment_moves), std::end(comment_moves), [&](const CommentMove& m) { return m.from == from && m.to == to; });
}

}  // namespace meadow::community
