// From whom somebody bought of late, and what became of what others bought from them.
#pragma once
#include <cstdint>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/instant.hpp"

namespace meadow::discovery::engine {

enum class Turn : std::uint8_t { paid, praised, refunded };   // praised: reviewed with four or five stars
BOOST_DESCRIBE_ENUM(Turn, paid, praised, refunded)

struct Trades {
    static constexpr std::size_t most = 16;             // sellers; the one bought from longest ago makes room
    static constexpr Duration lately = std::chrono::hours{24 * 30};

    struct With {
        std::uint32_t seller = 0, times = 0;
        Instant last;
        std::uint32_t praised = 0;                      // times, without the money back
        template <class Archive>
        void each(Archive& a) { a(seller, times, last, praised); }
    };
    std::vector<With> all;
    // As a seller, in one month by the clock: praise they got, and how much of it was followed by the money.
    std::int64_t month = 0;
    std::uint32_t praise = 0, paid_back = 0;

    void bought(std::uint32_t seller, Instant now);
    std::uint32_t times(std::uint32_t seller, Instant now) const;   // no more than a month apart
    // Whether they bought there of late, and for `refunded` whether they praised it before.
    bool praised(std::uint32_t seller, Instant now);
    bool refunded(std::uint32_t seller, Instant now);
    void turn_to_month_of(Instant now);

    template <class Archive>
    void each(Archive& a) { a(all, month, praise, paid_back); }
};

}  // namespace meadow::discovery::engine
