#include "jobs/pool.hpp"

#include <pthread.h>

#include "jobs/log.hpp"

namespace meadow::jobs {

Pool::Pool(std::string name, int workers, std::size_t queue) : name_(std::move(name)), cap_(queue)
{
    for (int i = 0; i < workers; ++i) threads_.emplace_back([this, i] { work(i); });
}

Pool::~Pool()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool Pool::submit(Work work)
{
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= cap_) {
        ++rejected_;
        return false;
    }
    queue_.push_back(std::move(work));
    wake_.notify_one();
    return true;
}

std::size_t Pool::depth() const
{
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

std::uint64_t Pool::rejected() const
{
    const std::lock_guard lock(mutex_);
    return rejected_;
}

void Pool::work(int worker)
{
    pthread_setname_np(pthread_self(), name_.c_str());
    for (;;) {
        Work next;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            next = std::move(queue_.front());
            queue_.pop_front();
        }
        try {
            next(worker);
        } catch (const std::exception& broken) {
            log::error("pool work failed", {{"pool", name_}, {"error", broken.what()}});
        }
    }
}

}  // namespace meadow::jobs
