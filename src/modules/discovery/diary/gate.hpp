// Many read, one tells, and a reader waits for no other: each goes in by a seat that few others use, where a common lock would hand one
// cache line from core to core. Who tells shuts the door, waits for those inside and is alone until it opens again; those who came
// meanwhile go in before it may be shut once more, so neither side starves. Who studies for long only keeps others from telling.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>

namespace meadow::discovery {

class Gate {
    struct alignas(64) Seat {
        std::atomic<std::uint32_t> inside{0};
    };

public:
    // Not twice by one thread: it would wait for itself.
    class Reading {
    public:
        Reading(const Gate& gate, Seat& seat) : gate_(gate), seat_(seat) {}
        Reading(const Reading&) = delete;
        ~Reading() { gate_.leave(seat_); }

    private:
        const Gate& gate_;
        Seat& seat_;
    };
    class Telling {
    public:
        explicit Telling(Gate& gate) : gate_(gate), turn_(gate.turn_) { gate_.shut(); }
        Telling(const Telling&) = delete;
        ~Telling() { gate_.open(); }

    private:
        Gate& gate_;
        std::lock_guard<std::mutex> turn_;
    };

    Reading read() const
    {
        Seat& seat = seats_[std::hash<std::thread::id>{}(std::this_thread::get_id()) % seats];
        bool waited = false;
        for (;;) {
            seat.inside.fetch_add(1);
            if (shut_.load() == 0) break;
            leave(seat);
            if (!waited) waiting_.fetch_add(1);
            waited = true;
            shut_.wait(1);
        }
        if (waited && waiting_.fetch_sub(1) == 1) waiting_.notify_all();
        return {*this, seat};
    }
    Telling tell() { return Telling(*this); }
    // Nothing is told while it is held; readers come and go.
    std::unique_lock<std::mutex> study() const { return std::unique_lock(turn_); }

private:
    static constexpr std::size_t seats = 64;

    static void until_none(std::atomic<std::uint32_t>& count)
    {
        for (std::uint32_t n = count.load(); n != 0; n = count.load()) count.wait(n);
    }
    void leave(Seat& seat) const
    {
        if (seat.inside.fetch_sub(1) == 1 && shut_.load() != 0) seat.inside.notify_all();
    }
    void shut()
    {
        until_none(waiting_);
        shut_.store(1);
        for (Seat& seat : seats_) until_none(seat.inside);
    }
    void open()
    {
        shut_.store(0);
        shut_.notify_all();
    }

    mutable std::array<Seat, seats> seats_;
    alignas(64) mutable std::atomic<std::uint32_t> shut_{0};
    alignas(64) mutable std::atomic<std::uint32_t> waiting_{0};
    mutable std::mutex turn_;
};

}  // namespace meadow::discovery
