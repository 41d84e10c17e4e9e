// For tests: SQLite on a disk that can be told to fail. While one of these lives, every database that is opened stands on it.
#pragma once
#include <filesystem>
#include <memory>

namespace meadow::db {

class FailingDisk {
public:
    FailingDisk();
    ~FailingDisk();  // every connection opened meanwhile must be closed before
    FailingDisk(const FailingDisk&) = delete;

    void refuse_syncs(bool);     // fsync answers with an I/O error
    void be_full(bool);          // no write that would make a file longer succeeds
    void hold_syncs(bool);       // fsync waits until it is let go; the caller's own do not
    void await_sync();           // until somebody waits in one
    // A copy of the databases in `home` as the next start would find them: of their logs only what was synced. As on Linux, what a
    // failed sync could not write is gone for every later sync, unless it was written again.
    void cut_power(const std::filesystem::path& home, const std::filesystem::path& copy);
    int syncs() const;           // those that went well, so far

    struct State;

private:
    const std::unique_ptr<State> state_;
};

}  // namespace meadow::db
