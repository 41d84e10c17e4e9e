// Moves SQLite's WAL back into the database file, on a thread of its own: at a commit it would stall the lane for tens of
// milliseconds. On PostgreSQL nothing is started.
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "db/database.hpp"

namespace meadow::db {

class Checkpointer {
public:
    explicit Checkpointer(Database&, std::chrono::milliseconds pause = std::chrono::seconds{1});
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;

private:
    void work(Database&, std::chrono::milliseconds pause);

    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace meadow::db
