// What a whole town must be like at any moment, looked at by reading everything: for `doctor`, `restore` and tests.
#pragma once
#include <string>
#include <vector>

#include "blobs/store.hpp"
#include "db/tx.hpp"

namespace meadow::app {

// The books sum to zero, buckets hold what the journal moved into them, numbers equal the rows they count. One sentence a fault.
std::vector<std::string> audit_faults(db::ReadTx&);

struct MediaAudit {
    std::int64_t files = 0;  // that uploads consist of
    std::int64_t missing = 0;
    std::vector<std::string> some_missing;  // their names, at most 1000
};
// Whether every file of every upload is there.
MediaAudit audit_media(db::ReadTx&, const blobs::Store&);

}  // namespace meadow::app
