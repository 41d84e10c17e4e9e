// Every number a rule needs is a setting with an effective date, never a constant in code (DOMAIN.md). Declare it beside the rule:
//
//     const Setting<Duration> pay_window{"trading.pay_window", 15min, "How long an unpaid order holds its stock"};
//     … .due_by(ctx.now + pay_window(ctx))
//
// Operators change the value from a given instant on; the value in force is the one with the latest effective date not after now.
#pragma once
#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"

namespace meadow::jobs {

struct SettingValue {
    Instant effective_from;
    std::string value;
};

// An immutable picture of all values that were ever set.
class Settings {
public:
    void add(const std::string& name, SettingValue value);
    // The text in force at `now`, or nothing: the default holds.
    const std::string* at(std::string_view name, Instant now) const;

private:
    std::map<std::string, std::vector<SettingValue>, std::less<>> values_;  // each sorted by effective date
};

// What is known of a setting without its type; the list of all is shown to operators.
class AnySetting {
public:
    AnySetting(std::string_view name, std::string default_text, std::string_view unit, std::string_view about);
    virtual ~AnySetting() = default;
    AnySetting(const AnySetting&) = delete;
    // What is wrong with a value, or an empty string.
    virtual std::string check(std::string_view value) const = 0;

    const std::string_view name;
    const std::string default_text;
    const std::string_view unit;   // "duration", "number", "fen", "per 10,000", "switch"
    const std::string_view about;

    static std::vector<const AnySetting*> all();  // sorted by name
    static const AnySetting* find(std::string_view name);

private:
    const AnySetting* next_;
};

namespace detail {
template <class T> struct SettingText;
template <> struct SettingText<Duration> {
    static constexpr std::string_view unit = "duration";
    static std::string write(Duration v) { return text(v); }
    static std::optional<Duration> read(std::string_view s) { return parse_duration(s); }
};
template <> struct SettingText<std::int64_t> {
    static constexpr std::string_view unit = "number";
    static std::string write(std::int64_t v) { return std::to_string(v); }
    static std::optional<std::int64_t> read(std::string_view s);
};
template <> struct SettingText<Money> {
    static constexpr std::string_view unit = "fen";
    static std::string write(Money v) { return std::to_string(v.minor); }
    static std::optional<Money> read(std::string_view s);
};
template <> struct SettingText<Rate> {
    static constexpr std::string_view unit = "per 10,000";
    static std::string write(Rate v) { return std::to_string(v.per_10k); }
    static std::optional<Rate> read(std::string_view s);
};
template <> struct SettingText<bool> {
    static constexpr std::string_view unit = "switch";
    static std::string write(bool v) { return v ? "on" : "off"; }
    static std::optional<bool> read(std::string_view s);
};
}  // namespace detail

template <class T>
class Setting final : public AnySetting {
public:
    Setting(std::string_view setting_name, T default_value, std::string_view text_about)
        : AnySetting(setting_name, detail::SettingText<T>::write(default_value), detail::SettingText<T>::unit, text_about),
          default_(default_value)
    {
    }
    T at(const Settings& settings, Instant now) const
    {
        const std::string* text = settings.at(name, now);
        const auto value = text ? detail::SettingText<T>::read(*text) : std::nullopt;
        return value.value_or(default_);
    }
    template <class Ctx>
    T operator()(const Ctx& ctx) const { return at(ctx.settings, ctx.now); }

    std::string check(std::string_view value) const override
    {
        return detail::SettingText<T>::read(value) ? std::string{} : "must be a " + std::string(unit) + " such as " + default_text;
    }

private:
    const T default_;
};

}  // namespace meadow::jobs

namespace meadow {
using jobs::Setting;
}
