// Writes rows of comma separated values (RFC 4180) that a spreadsheet can open without being tricked into running a formula.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace meadow::lang {

// A cell in quotes where it needs them. Text that a spreadsheet would take for a formula (it begins with = + - @ or a tab) gets an
// apostrophe in front; a number, its sign included, does not.
void append_csv_cell(std::string& out, std::string_view cell);
// The cells, separated by commas and ended by CRLF.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace meadow::lang
