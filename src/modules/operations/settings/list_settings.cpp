#include "modules/operations/settings/list_settings.hpp"

#include <algorithm>
#include <map>

#include "jobs/store.hpp"

namespace meadow::operations {
namespace {

SettingView view_of(const jobs::AnySetting& setting, ReadCtx& ctx, std::vector<SettingChange> changes)
{
    const std::string* value = nullptr;
    for (const SettingChange& change : changes)
        if (change.effective_from <= ctx.now) value = &change.value;
    SettingView view{std::string(setting.name), std::string(setting.about), std::string(setting.unit),
                     value ? *value : setting.default_text, setting.default_text, {}};
    std::reverse(changes.begin(), changes.end());
    if (changes.size() > changes_shown) changes.resize(changes_shown);
    view.changes = std::move(changes);
    return view;
}

}  // namespace

Result<SettingList> list_settings(ReadCtx& ctx, const Nothing&)
{
    std::map<std::string, std::vector<SettingChange>, std::less<>> by_name;  // each by effective date, as the rows come
    for (const jobs::SettingRow& row : jobs::store::all_settings(ctx.tx))
        by_name[row.name].push_back({row.effective_from, row.value, row.set_by ? std::optional(row.set_by) : std::nullopt, row.set_at});
    SettingList out;
    for (const jobs::AnySetting* setting : jobs::AnySetting::all()) {
        const auto changes = by_name.find(setting->name);
        out.items.push_back(view_of(*setting, ctx, changes == by_name.end() ? std::vector<SettingChange>{} : std::move(changes->second)));
    }
    return out;
}

}  // namespace meadow::operations
