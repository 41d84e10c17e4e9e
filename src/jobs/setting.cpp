#include "jobs/setting.hpp"

#include <algorithm>
#include <charconv>

namespace meadow::jobs {
namespace {

const AnySetting*& head()
{
    static const AnySetting* first = nullptr;
    return first;
}

}  // namespace

void Settings::add(const std::string& name, SettingValue value)
{
    auto& list = values_[name];
    const auto at = std::upper_bound(list.begin(), list.end(), value.effective_from,
                                     [](Instant when, const SettingValue& v) { return when < v.effective_from; });
    list.insert(at, std::move(value));
}

const std::string* Settings::at(std::string_view name, Instant now) const
{
    const auto found = values_.find(name);
    if (found == values_.end()) return nullptr;
    const std::string* out = nullptr;
    for (const SettingValue& v : found->second)
        if (v.effective_from <= now) out = &v.value;
    return out;
}

AnySetting::AnySetting(std::string_view n, std::string d, std::string_view u, std::string_view a)
    : name(n), default_text(std::move(d)), unit(u), about(a), next_(head())
{
    head() = this;
}

std::vector<const AnySetting*> AnySetting::all()
{
    std::vector<const AnySetting*> out;
    for (const AnySetting* s = head(); s != nullptr; s = s->next_) out.push_back(s);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
    return out;
}

const AnySetting* AnySetting::find(std::string_view name)
{
    for (const AnySetting* s = head(); s != nullptr; s = s->next_)
        if (s->name == name) return s;
    return nullptr;
}

namespace detail {

std::optional<std::int64_t> SettingText<std::int64_t>::read(std::string_view s)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc{} || end != s.data() + s.size() || value < 0) return {};
    return value;
}

std::optional<Money> SettingText<Money>::read(std::string_view s)
{
    const auto value = SettingText<std::int64_t>::read(s);
    return value ? std::optional(Money{*value}) : std::nullopt;
}

std::optional<Rate> SettingText<Rate>::read(std::string_view s)
{
    const auto value = SettingText<std::int64_t>::read(s);
    return value && *value <= 10000 ? std::optional(Rate{*value}) : std::nullopt;
}

std::optional<bool> SettingText<bool>::read(std::string_view s)
{
    if (s == "on") return true;
    if (s == "off") return false;
    return {};
}

}  // namespace detail
}  // namespace meadow::jobs
