// Who may connect: caps over all connections and for each address. Shared by all threads.
#pragma once
#include <mutex>
#include <string>
#include <unordered_map>

namespace meadow::http {

class Admission {
public:
    Admission(int cap, int per_address) : cap_(cap), per_address_(per_address) {}

    // Every enter() that returned true wants one leave(). `counted`: whether the cap per address holds for it.
    bool enter(const std::string& address, bool counted)
    {
        const std::lock_guard lock(mutex_);
        if (open_ >= cap_) return false;
        if (counted) {
            int& here = by_address_[address];
            if (here >= per_address_) return false;
            ++here;
        }
        ++open_;
        return true;
    }

    void leave(const std::string& address, bool counted)
    {
        const std::lock_guard lock(mutex_);
        --open_;
        if (!counted) return;
        const auto at = by_address_.find(address);
        if (--at->second == 0) by_address_.erase(at);
    }

    int open() const
    {
        const std::lock_guard lock(mutex_);
        return open_;
    }

private:
    const int cap_;
    const int per_address_;
    mutable std::mutex mutex_;
    int open_ = 0;
    std::unordered_map<std::string, int> by_address_;
};

}  // namespace meadow::http
