#include "text/csv_write.hpp"

#include <algorithm>

namespace meadow::lang {
namespace {

bool is_number(std::string_view cell)
{
    if (!cell.empty() && (cell.front() == '-' || cell.front() == '+')) cell.remove_prefix(1);
    return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view cell)
{
    const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos && !is_number(cell);
    if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out.push_back('"');
    if (formula) out.push_back('\'');
    for (const char c : cell) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out.push_back(',');
        append_csv_cell(out, cells[i]);
    }
    out += "\r\n";
}

}  // namespace meadow::lang
