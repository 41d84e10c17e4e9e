// For tests: SQLite on a disk that can be told to fail. While one of these lives, every database that is opened stands on it.
#pragma once
#include <memory>

namespace meadow::db {

class FailingDisk {
public:
    FailingDisk();
    ~FailingDisk();  // every connection opened meanwhile must be closed before
    FailingDisk(const FailingDisk&) = delete;

    void refuse_syncs(bool);     // fsync answers with an I/O error
    void be_full(bool);          // no write that would make a file longer succeeds
    int syncs() const;           // those that went well, so far

    struct State;

private:
    const std::unique_ptr<State> state_;
};

}  // namespace meadow::db
