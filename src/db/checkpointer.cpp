#include "db/checkpointer.hpp"

namespace meadow::db {

Checkpointer::Checkpointer(Database& database, std::chrono::milliseconds pause)
{
    if (database.engine() == Engine::sqlite) thread_ = std::thread([this, &database, pause] { work(database, pause); });
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Checkpointer::work(Database& database, std::chrono::milliseconds pause)
{
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, pause, [this] { return stopping_; })) {
        lock.unlock();
        database.checkpoint();
        lock.lock();
    }
}

}  // namespace meadow::db
