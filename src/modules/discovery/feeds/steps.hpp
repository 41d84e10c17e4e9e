// The steps there are. A ranking engine replaces coarse, fine and rerank by its own; the shape stays.
#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery::steps {

// The next `limit` notes of the one list, newest first.
void recall_list(FeedWork&);
// The next `limit` notes of all lists together, newest first: complete, whatever the lists are.
void recall_merged(FeedWork&);
// The notes around the reader, ring by ring, until there are `limit` of them; each cell gives its newest few hundred.
void recall_nearby(FeedWork&);

// Without authors whom the reader blocks or who block the reader.
void filter_blocked(FeedWork&);

// The nearest first, at most `limit`; says where to go on.
void nearest_first(FeedWork&);
// The highest score first, the newer among equals.
void best_first(FeedWork&);
// Other people's notes before those of the author being read; at most `limit`.
void others_first(FeedWork&);

}  // namespace meadow::discovery::steps
