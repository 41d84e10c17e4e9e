// A bounded pool of worker threads for what must not hold up an I/O thread: slow reads, PostgreSQL reads, password hashing,
// image work. submit() returns false when the queue is full; the caller answers 503.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace meadow::jobs {

class Pool {
public:
    using Work = std::function<void(int worker)>;  // workers count from 0: each may keep a connection of its own

    Pool(std::string name, int workers, std::size_t queue);
    ~Pool();  // runs what is queued, then joins
    Pool(const Pool&) = delete;

    bool submit(Work work);
    int workers() const { return int(threads_.size()); }
    const std::string& name() const { return name_; }
    std::size_t depth() const;
    std::uint64_t rejected() const;

private:
    void work(int worker);

    const std::string name_;
    const std::size_t cap_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Work> queue_;
    std::uint64_t rejected_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace meadow::jobs
