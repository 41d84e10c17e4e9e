#include "db/postgres_rows.hpp"

#include <charconv>

namespace meadow::db::postgres {

void AnswerRows::open(Answer answer)
{
    answer_ = std::move(answer);
    row_ = -1;
}

bool AnswerRows::next()
{
    if (answer_ && ++row_ < PQntuples(answer_.get())) return true;
    answer_.reset();
    return false;
}

std::string_view AnswerRows::text(int column) const
{
    return {PQgetvalue(answer_.get(), row_, column), std::size_t(PQgetlength(answer_.get(), row_, column))};
}

std::int64_t AnswerRows::integer(int column) const
{
    const std::string_view value = text(column);
    if (value.empty() || value == "f") return 0;
    if (value == "t") return 1;
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size()) refuse_value(column, "a whole number of 64 bits");
    return out;
}

double AnswerRows::real(int column) const
{
    const std::string_view value = text(column);
    if (value.empty()) return 0;
    double out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size()) refuse_value(column, "a number");
    return out;
}

void AnswerRows::refuse_value(int column, std::string_view wanted) const
{
    throw Fault(Fault::Kind::broken, std::string(statement_) + ": column " + std::to_string(column) + " is not " +
                                         std::string(wanted) + " but '" + std::string(text(column)) + "'");
}

}  // namespace meadow::db::postgres
