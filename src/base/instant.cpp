#include "base/instant.hpp"

#include <charconv>
#include <cstdio>

namespace meadow {
namespace {

bool take(std::string_view& in, char c)
{
    if (in.empty() || in.front() != c) return false;
    in.remove_prefix(1);
    return true;
}

std::optional<int> take_digits(std::string_view& in, std::size_t count)
{
    if (in.size() < count) return {};
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (in[i] < '0' || in[i] > '9') return {};
        value = value * 10 + (in[i] - '0');
    }
    in.remove_prefix(count);
    return value;
}

// Microseconds of ".123456"; digits past the sixth are read and dropped.
std::optional<std::int64_t> take_fraction(std::string_view& in)
{
    if (!take(in, '.')) return 0;
    std::int64_t us = 0;
    int seen = 0;
    while (!in.empty() && in.front() >= '0' && in.front() <= '9') {
        if (seen < 6) us = us * 10 + (in.front() - '0');
        ++seen;
        in.remove_prefix(1);
    }
    if (seen == 0) return {};
    for (; seen < 6; ++seen) us *= 10;
    return us;
}

// Seconds east of UTC of "Z" or "+08:00"; none at all means UTC.
std::optional<std::int64_t> take_offset(std::string_view& in)
{
    if (in.empty() || take(in, 'Z') || take(in, 'z')) return 0;
    const std::int64_t sign = in.front() == '-' ? -1 : 1;
    if (!take(in, '+') && !take(in, '-')) return {};
    const auto hours = take_digits(in, 2);
    if (!hours || !take(in, ':')) return {};
    const auto minutes = take_digits(in, 2);
    if (!minutes || *hours > 23 || *minutes > 59) return {};
    return sign * (*hours * 3600 + *minutes * 60);
}

}  // namespace

// Microseconds are written only where there are any: what was written reads back as the same instant.
std::string text(Instant at)
{
    using namespace std::chrono;
    const sys_time<microseconds> point{microseconds{at.us}};
    const auto day = floor<days>(point);
    const year_month_day ymd{day};
    const auto us = duration_cast<microseconds>(point - day).count();
    const auto seconds_of_day = us / 1'000'000;
    const bool whole_ms = us % 1000 == 0;
    char out[48];
    const int length = std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02d.%0*dZ", int(ymd.year()), unsigned(ymd.month()),
                                     unsigned(ymd.day()), int(seconds_of_day / 3600), int(seconds_of_day / 60 % 60),
                                     int(seconds_of_day % 60), whole_ms ? 3 : 6, int(us % 1'000'000 / (whole_ms ? 1000 : 1)));
    return {out, std::size_t(length)};
}

std::optional<Instant> parse_instant(std::string_view in)
{
    using namespace std::chrono;
    const auto y = take_digits(in, 4);
    if (!y || !take(in, '-')) return {};
    const auto m = take_digits(in, 2);
    if (!m || !take(in, '-')) return {};
    const auto d = take_digits(in, 2);
    if (!d) return {};
    const year_month_day ymd{year{*y}, month{unsigned(*m)}, day{unsigned(*d)}};
    if (!ymd.ok()) return {};
    std::int64_t us = duration_cast<microseconds>(sys_days{ymd}.time_since_epoch()).count();
    if (in.empty()) return Instant{us};
    if (!take(in, 'T') && !take(in, 't') && !take(in, ' ')) return {};
    const auto hh = take_digits(in, 2);
    if (!hh || !take(in, ':')) return {};
    const auto mm = take_digits(in, 2);
    if (!mm || *hh > 23 || *mm > 59) return {};
    int ss = 0;
    if (take(in, ':')) {
        const auto seconds = take_digits(in, 2);
        if (!seconds || *seconds > 59) return {};
        ss = *seconds;
    }
    const auto fraction = take_fraction(in);
    if (!fraction) return {};
    const auto offset = take_offset(in);
    if (!offset || !in.empty()) return {};
    us += (std::int64_t(*hh) * 3600 + *mm * 60 + ss - *offset) * 1000000 + *fraction;
    // An offset may lead out of the four-digit years, where what is written does not read back.
    constexpr microseconds first = sys_days{year{0} / 1 / 1}.time_since_epoch(), behind = sys_days{year{10000} / 1 / 1}.time_since_epoch();
    if (us < first.count() || us >= behind.count()) return {};
    return Instant{us};
}

std::optional<Duration> parse_duration(std::string_view in)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(in.data(), in.data() + in.size(), count);
    if (error != std::errc{} || count < 0 || count > 1'000'000'000) return {};
    const std::string_view unit{end, std::size_t(in.data() + in.size() - end)};
    if (unit == "us") return Duration{count};
    if (unit == "ms") return Duration{std::chrono::milliseconds{count}};
    if (unit == "s") return Duration{std::chrono::seconds{count}};
    if (unit == "m" || unit == "min") return Duration{std::chrono::minutes{count}};
    if (unit == "h") return Duration{std::chrono::hours{count}};
    if (unit == "d" && count <= 36500) return Duration{std::chrono::hours{24 * count}};
    return {};
}

std::string text(Duration d)
{
    const std::int64_t us = d.count();
    const auto whole = [&](std::int64_t unit, const char* name) { return std::to_string(us / unit) + name; };
    if (us != 0 && us % 86400000000 == 0) return whole(86400000000, "d");
    if (us != 0 && us % 3600000000 == 0) return whole(3600000000, "h");
    if (us != 0 && us % 60000000 == 0) return whole(60000000, "m");
    if (us % 1000000 == 0) return whole(1000000, "s");
    return us % 1000 == 0 ? whole(1000, "ms") : whole(1, "us");
}

}  // namespace meadow
