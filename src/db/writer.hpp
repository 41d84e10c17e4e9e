// What a lane asks of its writing connection besides what connection.hpp says: whether there is anything to take back, and,
// where the engine can, a commit in two steps.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace meadow::db {

class Writer {
public:
    virtual ~Writer() = default;
    // Moves on whenever a statement changed rows (or, on PostgreSQL, may have or failed): the same number twice means that nothing
    // was written in between.
    virtual std::uint64_t touched() const = 0;

    // Whether a commit can be had in two steps (SQLite), the second of them beside the next transaction.
    virtual bool syncs_apart() const = 0;
    // Ends the transaction as commit() does, except that it need not be durable yet: every other connection sees it, and a power cut
    // may still take it, but never without all that was committed after it. Throws as commit() does; then nothing of it holds.
    virtual void commit_unsynced() = 0;
    // Makes durable everything that was committed before the call. May be called by one other thread while the connection's own
    // goes on. Throws Fault unknown when the disk refuses: what was committed is seen and may yet be lost.
    virtual void sync() = 0;
    // After such a failure, on the connection's own thread and outside a transaction: gives the disk once more what it may have
    // dropped. Throws Fault broken when it refuses again.
    virtual void sync_again() = 0;
};

// SQLite's words for a statement all of whose lists hold exactly one number. A list is otherwise a table made anew at every run.
std::string dialect_of_single_lists(std::string_view text);

}  // namespace meadow::db
