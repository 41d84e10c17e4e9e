// How this house writes SQLite's write-ahead log. SQLite hands the log over in two small writes for every page; here they are gathered
// and given to the disk in one piece right before the sync that makes them durable. Nobody reads them sooner: other connections look
// no further than the last commit, and a commit becomes visible after its sync.
#pragma once
#include <cstdint>

namespace meadow::db::sqlite {

// The name of the virtual file system to open databases with. It stands on whatever is SQLite's default when a file is opened.
const char* gathering_vfs();

// What this thread has spent waiting for logs to be synced, in microseconds, ever.
std::uint64_t synced_us();

}  // namespace meadow::db::sqlite
