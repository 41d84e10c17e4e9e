#include "jobs/log.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/json.hpp"
#include "jobs/clock.hpp"

namespace meadow::log {
namespace {

std::shared_ptr<spdlog::logger> sink;
Level least = Level::off;

std::string_view level_name(Level level)
{
    switch (level) {
        case Level::debug: return "debug";
        case Level::info: return "info";
        case Level::warn: return "warn";
        case Level::error: return "error";
        case Level::off: break;
    }
    return "off";
}

}  // namespace

void start(Level level)
{
    spdlog::init_thread_pool(8192, 1);
    sink = std::make_shared<spdlog::async_logger>("meadow", std::make_shared<spdlog::sinks::stderr_sink_mt>(), spdlog::thread_pool(),
                                                  spdlog::async_overflow_policy::overrun_oldest);
    sink->set_pattern("%v");
    sink->flush_on(spdlog::level::info);
    least = level;
}

void stop()
{
    least = Level::off;
    sink.reset();
    spdlog::shutdown();
}

void write(Level level, std::string_view message, std::initializer_list<Field> fields)
{
    if (level < least) return;
    std::string line = "{\"at\":\"" + text(jobs::SystemClock{}.now()) + "\",\"level\":\"";
    line.append(level_name(level)).append("\",\"message\":");
    write_json_string(message, line);
    for (const Field& field : fields) {
        line.push_back(',');
        write_json_string(field.name, line);
        line.push_back(':');
        write_json_string(field.value, line);
    }
    line.push_back('}');
    sink->info("{}", line);
}

}  // namespace meadow::log
