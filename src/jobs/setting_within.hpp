// A setting with bounds: what lies outside them is refused, and what was set before there were bounds is held within them.
//
//     const SettingWithin<Duration> keep_pages{"discovery.keep_pages", days(90), days(30), days(90), "How long served pages are kept"};
#pragma once
#include <algorithm>

#include "jobs/setting.hpp"

namespace meadow::jobs {

template <class T>
class SettingWithin final : public AnySetting {
    using AsText = detail::SettingText<T>;

public:
    SettingWithin(std::string_view setting_name, T default_value, T least, T most, std::string_view text_about)
        : AnySetting(setting_name, AsText::write(default_value), AsText::unit, text_about), default_(default_value), least_(least), most_(most)
    {
    }
    T at(const Settings& settings, Instant now) const
    {
        const std::string* const text = settings.at(name, now);
        const auto value = text ? AsText::read(*text) : std::nullopt;
        return std::clamp(value.value_or(default_), least_, most_);
    }
    template <class Ctx>
    T operator()(const Ctx& ctx) const { return at(ctx.settings, ctx.now); }

    std::string check(std::string_view value) const override
    {
        const auto read = AsText::read(value);
        if (!read) return "must be a " + std::string(unit) + " such as " + default_text;
        return *read < least_ || most_ < *read ? "must be between " + AsText::write(least_) + " and " + AsText::write(most_) : std::string{};
    }

private:
    const T default_, least_, most_;
};

}  // namespace meadow::jobs

namespace meadow {
using jobs::SettingWithin;
}
