#pragma once
#include "blobs/store.hpp"
#include "jobs/context.hpp"

namespace meadow::media {

inline const Setting<Duration> orphan_age{"media.orphan_age", std::chrono::hours{24},
                                          "How long a file may wait for the upload it belongs to"};

// Removes the files of one shelf of the store (0 … blobs::shelves - 1) that no upload names and that are old enough that none
// under way will. They stem from uploads that were refused or broken off after their files were written. Returns how many.
std::size_t sweep_orphans(ReadCtx&, int shelf);

}  // namespace meadow::media
