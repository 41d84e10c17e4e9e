// Something done by another thread while this one goes on: for product code, which starts no threads of its own.
#pragma once
#include <functional>
#include <future>

namespace meadow::jobs {

class Beside {
public:
    // Begins at once.
    explicit Beside(std::function<void()> act);
    // Waits, too; what was thrown is lost then.
    ~Beside() = default;
    Beside(const Beside&) = delete;

    // Until it is done. Throws what it threw. Once.
    void wait() { done_.get(); }

private:
    std::future<void> done_;   // of std::async, whose future waits when it goes
};

}  // namespace meadow::jobs
