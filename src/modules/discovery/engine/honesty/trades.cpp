#include "modules/discovery/engine/honesty/trades.hpp"

#include <algorithm>

namespace meadow::discovery::engine {

void Trades::bought(std::uint32_t seller, Instant now)
{
    const auto known = std::find_if(all.begin(), all.end(), [seller](const With& w) { return w.seller == seller; });
    if (known != all.end()) {
        known->times = now - known->last > lately ? 1 : known->times + 1;
        known->last = now;
        return;
    }
    if (all.size() == most) all.erase(std::min_element(all.begin(), all.end(), [](const With& a, const With& b) { return a.last < b.last; }));
    all.push_back({seller, 1, now, 0});
}

bool Trades::praised(std::uint32_t seller, Instant now)
{
    for (With& with : all)
        if (with.seller == seller && now - with.last <= lately) return ++with.praised, true;
    return false;
}

bool Trades::refunded(std::uint32_t seller, Instant now)
{
    for (With& with : all)
        if (with.seller == seller && now - with.last <= lately && with.praised > 0) return --with.praised, true;
    return false;
}

void Trades::turn_to_month_of(Instant now)
{
    const std::int64_t next = now.us / std::chrono::duration_cast<std::chrono::microseconds>(lately).count();
    if (next <= month) return;
    month = next;
    praise = paid_back = 0;
}

std::uint32_t Trades::times(std::uint32_t seller, Instant now) const
{
    for (const With& with : all)
        if (with.seller == seller) return now - with.last > lately ? 0 : with.times;
    return 0;
}

}  // namespace meadow::discovery::engine
