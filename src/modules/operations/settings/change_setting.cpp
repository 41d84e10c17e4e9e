#include "modules/operations/settings/change_setting.hpp"

#include "jobs/store.hpp"
#include "modules/governance/governance.hpp"

namespace meadow::operations {
namespace {

struct Entry {
    std::string setting;
    std::string value;
    std::optional<Instant> effective_from;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (setting, value, effective_from))

}  // namespace

Done change_setting(WriteCtx& ctx, const ChangeSetting& in)
{
    const jobs::AnySetting* const setting = jobs::AnySetting::find(in.name);
    if (setting == nullptr) return refuse(not_found);
    if (const std::string fault = setting->check(in.value); !fault.empty()) return refuse(bad_input, "", {{"/value", fault}});
    const Instant from = in.effective_from.value_or(ctx.now);
    if (from < ctx.now) return refuse(bad_input, "", {{"/effective_from", "is over already"}});

    const std::string* const before = ctx.settings.at(in.name, ctx.now);
    jobs::store::put_setting(ctx.tx, {in.name, from, in.value, ctx.who.user, ctx.now});
    governance::audit(ctx, "operations.change_setting", {governance::SubjectKind::user, ctx.who.user.value}, in.reason,
                      to_json(Entry{in.name, before ? *before : setting->default_text, {}}), to_json(Entry{in.name, in.value, from}));
    return done();
}

}  // namespace meadow::operations
