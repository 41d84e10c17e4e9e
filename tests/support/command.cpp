#include "support/command.hpp"

#include <gtest/gtest.h>

#include "app/commands.hpp"

namespace meadow::testing {

Outcome runs(const std::vector<std::string>& words)
{
    std::vector<const char*> argv{"meadow"};
    for (const std::string& word : words) argv.push_back(word.c_str());
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    Outcome out;
    out.code = app::run_command(int(argv.size()), argv.data());
    out.said = ::testing::internal::GetCapturedStdout();
    out.complaint = ::testing::internal::GetCapturedStderr();
    return out;
}

}  // namespace meadow::testing
