// Tests written as plain text: a folder of .txt files, each a list of cases. A case is a line of title, its input, a line of ----,
// and the output up to an empty line:
//
//     # free shipping from 59 yuan
//     line 口红 29.90 x 2
//     ----
//     list_price  口红 × 2  59.80
//
// UPDATE_GOLDEN=1 writes the outputs as they are now into the files; the diff is then read like any other change.
#pragma once
#include <functional>
#include <string>

namespace meadow::testing {

// Runs every case of tests/tables/<folder>: `answer` makes the output from the input. Fails the test for each that differs.
void run_tables(const std::string& folder, const std::function<std::string(const std::string& input)>& answer);

}  // namespace meadow::testing
