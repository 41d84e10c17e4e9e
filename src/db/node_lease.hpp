// A number that no other living server process of the same town has: part of every id it makes, and on SQLite the right to write.
//
// PostgreSQL: 0 to 63, one per process that shares the database and schema, held by an advisory lock on a session of its own. The
// server frees it when the process dies or its session breaks. SQLite: always 0, held by a lock on DIR/meadow.lock, which the
// operating system frees when the process dies; a second process on the same directory is refused.
//
// A lease can be lost: the database restarted, the network broke, somebody removed the lock file. Then another process may be
// given the same number at once, so whoever finds is_held() false must stop writing and end. Between the loss and the next check()
// two processes may make ids with the same number; unique keys turn an equal id into a fault, never into a wrong row.
// A lost lease stays lost.
#pragma once
#include <memory>

#include "db/database.hpp"

namespace meadow::db {

class NodeLease {
public:
    static constexpr int numbers = 64;

    virtual ~NodeLease() = default;  // gives the number back
    virtual int number() const = 0;
    // What the last check() found. Cheap, from any thread.
    virtual bool is_held() const noexcept = 0;
    // Looks whether the lease still holds, within 2 s (no answer counts as lost). Called from one thread, about once a second.
    virtual bool check() noexcept = 0;
};

// Throws Fault busy when another process has the directory, or all numbers are given away; broken when nobody can be asked.
std::unique_ptr<NodeLease> take_node_lease(const Options&);

}  // namespace meadow::db
