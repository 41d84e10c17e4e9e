// The steps of what to read after a note. Each recall adds its share to a note's score: 1 altogether for one that stands best in all.
#pragma once
#include "modules/discovery/feeds/feed.hpp"

namespace meadow::discovery::steps {

void recall_opened(FeedWork&);    // 0.5: opened after it, or by the same people
void recall_close(FeedWork&);     // 0.2: near it in the space of factor vectors
void recall_shared(FeedWork&);    // 0.15: the newest of its topics and products, by how many of them they share; and of its author
void recall_said(FeedWork&);      // 0.15: that say the same words
// What the engine knows of them: who wrote them. Withdrawn ones and near-duplicates go, those that readers pass by lose half.
void introduce(FeedWork&);

}  // namespace meadow::discovery::steps
