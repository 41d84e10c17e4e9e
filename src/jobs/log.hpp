// One JSON object a line on standard error, written by a thread of its own; when the queue is full the oldest lines are lost,
// never the caller's time. Never log secrets, tokens, passwords or what people wrote.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace meadow::log {

struct Field {
    std::string_view name;
    std::string value;
};

enum class Level { debug, info, warn, error, off };

void start(Level);   // before: nothing is written
void stop();         // flushes
void write(Level, std::string_view message, std::initializer_list<Field> fields);

inline void info(std::string_view message, std::initializer_list<Field> fields = {}) { write(Level::info, message, fields); }
inline void warn(std::string_view message, std::initializer_list<Field> fields = {}) { write(Level::warn, message, fields); }
inline void error(std::string_view message, std::initializer_list<Field> fields = {}) { write(Level::error, message, fields); }

}  // namespace meadow::log
