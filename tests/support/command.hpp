// The binary's commands, run inside the test: what they print and how they end.
//
//     const Outcome outcome = runs({"user", "show", "ada", "--data", directory});
//     EXPECT_EQ(outcome.code, 0) << outcome.complaint;
#pragma once
#include <string>
#include <vector>

namespace meadow::testing {

struct Outcome {
    int code = 0;
    std::string said;       // on standard output
    std::string complaint;  // on standard error
    bool says(std::string_view what) const { return said.find(what) != std::string::npos; }
    bool complains(std::string_view what) const { return complaint.find(what) != std::string::npos; }
};

Outcome runs(const std::vector<std::string>& words);

}  // namespace meadow::testing
