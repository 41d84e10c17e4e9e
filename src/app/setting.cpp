// meadow setting: the numbers the town's rules need, what they are and what they are to be.
#include <cstdio>

#include "app/commands.hpp"
#include "app/visit.hpp"
#include "jobs/store.hpp"

namespace meadow::app {
namespace {

struct Choice {
    std::string file, data, name, value, from;
};

void list(Visit& visit)
{
    const auto values = visit.world().settings.now();
    const Instant now = visit.world().clock.now();
    for (const jobs::AnySetting* setting : jobs::AnySetting::all()) {
        const std::string* const set = values->at(setting->name, now);
        std::printf("%-38s %-14s %s%s\n", std::string(setting->name).c_str(), (set ? *set : setting->default_text).c_str(),
                    std::string(setting->about).c_str(), set ? (" (default: " + setting->default_text + ")").c_str() : "");
    }
}

Instant moment(const std::string& from, Instant now)
{
    if (from.empty()) return now;
    const auto at = parse_instant(from);
    if (!at) throw std::runtime_error("not a moment: " + from + "; write 2030-11-11T20:00:00Z");
    return *at;
}

void set(Visit& visit, const Choice& choice)
{
    const jobs::AnySetting* const setting = jobs::AnySetting::find(choice.name);
    if (setting == nullptr)
        throw std::runtime_error("there is no setting called " + choice.name + "; meadow setting list shows them all");
    if (const std::string fault = setting->check(choice.value); !fault.empty()) throw std::runtime_error(choice.name + " " + fault);
    const Instant from = visit.writes<Instant>([&](WriteCtx& ctx) -> Result<Instant> {
        const Instant at = moment(choice.from, ctx.now);
        jobs::store::put_setting(ctx.tx, {choice.name, at, choice.value, {}, ctx.now});
        return at;
    });
    std::printf("%s is %s from %s on; a running server knows within five seconds\n", choice.name.c_str(), choice.value.c_str(),
                text(from).c_str());
}

}  // namespace

void add_setting(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("setting", "List and change the numbers the town's rules need");
    command.takes("--config", choice->file, "TOML file");
    command.takes("--data", choice->data, "Data directory");
    Word listing = command.word("list", "Every setting, its value and what it means");
    listing.runs([choice] {
        Visit visit(load_config(choice->file, choice->data));
        list(visit);
    });
    Word setting = command.word("set", "Give a setting a value, from now or a later moment on");
    setting.takes("name", choice->name, "As in catalog.pop_followers");
    setting.takes("value", choice->value, "As in 15m, 1000, on; money in fen, rates in parts of ten thousand");
    setting.takes("--from", choice->from, "A moment in UTC: 2030-11-11T20:00:00Z");
    setting.runs([choice] {
        Visit visit(load_config(choice->file, choice->data));
        set(visit, *choice);
    });
}

}  // namespace meadow::app
