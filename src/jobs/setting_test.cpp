// Every number of a rule has an effective date.
#include "jobs/setting.hpp"

#include "jobs/ground_test.hpp"

namespace meadow::jobs {
namespace {

class SettingTest : public GroundTest {};

const Setting<Duration> pause{"test.pause", 15min, "A number of these tests"};

TEST_F(SettingTest, a_setting_holds_from_its_effective_date_on)
{
    const auto set = [&](Instant from, const std::string& value) {
        write([&](WriteCtx& ctx) { store::put_setting(ctx.tx, {"test.pause", from, value, {}, ctx.now}); });
        read_now(*world_, nobody_, [&](ReadCtx& ctx) { settings_.load(ctx.tx); });
    };
    const auto value = [&] { return pause.at(*settings_.now(), clock_.now()); };
    EXPECT_EQ(value(), 15min);
    set(clock_.now() + 2h, "30m");
    set(clock_.now() + 1h, "20m");
    EXPECT_EQ(value(), 15min) << "the default until the first date";
    clock_.advance(1h);
    EXPECT_EQ(value(), 20min);
    clock_.advance(1h);
    EXPECT_EQ(value(), 30min);
    set(clock_.now(), "45m");
    EXPECT_EQ(value(), 45min) << "the same date again replaces the value";
    set(clock_.now() + 1s, "nonsense");
    clock_.advance(1s);
    EXPECT_EQ(value(), 15min) << "what cannot be read is not obeyed";
}

TEST_F(SettingTest, a_picture_of_the_settings_does_not_change_under_its_reader)
{
    const auto picture = settings_.now();
    write([&](WriteCtx& ctx) { store::put_setting(ctx.tx, {"test.pause", ctx.now, "1h", {}, ctx.now}); });
    read_now(*world_, nobody_, [&](ReadCtx& ctx) { settings_.load(ctx.tx); });
    EXPECT_EQ(pause.at(*picture, clock_.now()), 15min);
    EXPECT_EQ(pause.at(*settings_.now(), clock_.now()), 1h);
}

}  // namespace
}  // namespace meadow::jobs
