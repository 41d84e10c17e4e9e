// Which notes somebody was shown in the last weeks: exact, because a set that errs would hide a note for ever.
#pragma once
#include <cstdint>
#include <vector>

namespace meadow::discovery::engine {

class SeenNotes {
public:
    bool contains(std::uint32_t note) const;
    // `day` must not go back.
    void add(std::uint32_t note, std::int32_t day);
    void forget_before(std::int32_t day);
    std::size_t size() const { return order_.size(); }

    template <class Archive>
    void each(Archive& a)
    {
        a(order_, days_);
        if (a.reading()) rebuild();
    }

private:
    struct Day {
        std::int32_t day;
        std::uint32_t notes;

        template <class Archive>
        void each(Archive& a) { a(day, notes); }
    };
    static std::uint32_t mix(std::uint32_t note) { return note * 2654435769u; }
    void insert(std::uint32_t note);
    void rebuild();

    std::vector<std::uint32_t> order_;   // in the order they were shown
    std::vector<Day> days_;              // how many of them belong to each day
    std::vector<std::uint32_t> table_;   // note + 1, open addressing; half empty at least
};

}  // namespace meadow::discovery::engine
