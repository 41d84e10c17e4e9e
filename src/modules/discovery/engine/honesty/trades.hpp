// From whom somebody bought of late.
#pragma once
#include <cstdint>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/instant.hpp"

namespace meadow::discovery::engine {

struct Trades {
    static constexpr std::size_t most = 16;             // sellers; the one bought from longest ago makes room
    static constexpr Duration lately = std::chrono::hours{24 * 30};

    struct With {
        std::uint32_t seller = 0, times = 0;
        Instant last;
        template <class Archive>
        void each(Archive& a) { a(seller, times, last); }
    };
    std::vector<With> all;

    void bought(std::uint32_t seller, Instant now);
    std::uint32_t times(std::uint32_t seller, Instant now) const;   // no more than a month apart

    template <class Archive>
    void each(Archive& a) { a(all); }
};

}  // namespace meadow::discovery::engine
