#include "support/tables.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace meadow::testing {
namespace {

namespace fs = std::filesystem;

// The tests run in the root of the repository.
const fs::path all_tables = "tests/tables";

std::string without_last_break(std::string text)
{
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

// Runs one file and returns what it would be with today's answers.
std::string run_file(const fs::path& file, const std::function<std::string(const std::string&)>& answer, int& cases)
{
    std::ifstream in(file);
    std::string written, title, input, expected, line;
    bool in_output = false;
    const auto finish = [&] {
        if (!in_output) return;
        ++cases;
        const std::string got = without_last_break(answer(input));
        EXPECT_EQ(without_last_break(expected), got) << file.string() << ": " << title;
        written += got + "\n";
        input.clear();
        expected.clear();
        in_output = false;
    };
    while (std::getline(in, line)) {
        if (in_output && !line.empty()) {
            expected += line + "\n";
            continue;
        }
        finish();
        written += line + "\n";
        if (line == "----") in_output = true;
        else if (line.starts_with("#")) title = line;
        else if (!line.empty()) input += line + "\n";
    }
    finish();
    return written;
}

}  // namespace

void run_tables(const std::string& folder, const std::function<std::string(const std::string&)>& answer)
{
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(all_tables / folder))
        if (entry.path().extension() == ".txt") files.insert(entry.path());
    int cases = 0;
    for (const fs::path& file : files) {
        const std::string now = run_file(file, answer, cases);
        if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(file) << now;
    }
    EXPECT_GT(cases, 0) << "no case in " << (all_tables / folder).string();
}

}  // namespace meadow::testing
