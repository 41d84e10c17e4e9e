// How this house writes SQLite's write-ahead log. SQLite hands the log over in two small writes for every page; here they are gathered
// and given to the disk in one piece at the commit. Nobody reads them sooner: other connections look no further than the last commit. It is SQLite's sync at the
// commit that hands them over, so whoever writes must do so with synchronous=FULL: otherwise others would look for what is still here.
//
// The sync that makes a commit durable can be put off and done by another thread. The log is a chain of checksums, so that a power
// cut in between takes the last commits and never one from the middle. What is not synced yet is remembered: when a sync fails, Linux
// drops what it could not write and reports it once, so it must be written again before a later sync means anything.
#pragma once
#include <sqlite3.h>

namespace meadow::db::sqlite {

// The name of the virtual file system to open databases with. It stands on whatever is SQLite's default when a file is opened.
const char* gathering_vfs();

// The log of a connection that has a transaction open; it lives as long as the connection.
sqlite3_file* log_of(sqlite3*);

// While yes, a commit leaves the sync of its log to sync_log(), unless the log begins anew or too much is waiting.
void put_off_syncs(sqlite3_file* log, bool yes);

// By one other thread, too: everything that is committed becomes durable, or the answer is an error, and so is every further one
// until sync_log_again() went well.
int sync_log(sqlite3_file* log);
// On the connection's own thread and outside a transaction: writes again what is not known to be on the disk, and syncs.
int sync_log_again(sqlite3_file* log);

}  // namespace meadow::db::sqlite
