// The search index of one kind of thing, in memory. Derived: filled at the start from the front doors, kept up by the news.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>

#include "text/index.hpp"

namespace meadow::discovery {

class Book {
public:
    explicit Book(const lang::Segmenter& segmenter) : index_(segmenter) {}

    const lang::Segmenter& segmenter() const { return index_.segmenter(); }
    std::shared_ptr<const lang::Snapshot> snapshot() const { return index_.snapshot(); }

    // Reads what is to be written and writes it with the pen in hand, so that what was read later is never overwritten by what
    // was read earlier. Readers see it at once.
    template <class Change>
    void write(Change&& change)
    {
        const std::lock_guard pen(pen_);
        change(index_);
        index_.publish();
    }

    // Makes one of many segments; the pen is held only to begin and to end. False when there is nothing to do.
    bool tidy();
    // Makes one segment of all, once everything has been read.
    void compact();

    // Whether everything that existed at the start has been read. Until then an answer may miss something.
    bool complete() const { return complete_.load(std::memory_order_acquire); }
    void completed() { complete_.store(true, std::memory_order_release); }

private:
    bool run(std::optional<lang::Merge>);

    std::mutex pen_;
    lang::Index index_;
    std::atomic<bool> complete_ = false;
};

}  // namespace meadow::discovery
