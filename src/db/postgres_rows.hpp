// The rows of one answer. PostgreSQL sends a result whole, so it is held whole; text values, parsed when asked for.
#pragma once
#include "db/postgres_address.hpp"

namespace meadow::db::postgres {

class AnswerRows final : public Rows {
public:
    explicit AnswerRows(std::string_view statement) : statement_(statement) {}
    void open(Answer);

    bool next() override;
    int columns() const override { return PQnfields(answer_.get()); }
    bool null(int column) const override { return PQgetisnull(answer_.get(), row_, column) != 0; }
    // NULL reads as 0, as in SQLite; booleans as 0 and 1. Throws Fault when the value is no number, or none that fits.
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    void close() override { answer_.reset(); }

private:
    [[noreturn]] void refuse_value(int column, std::string_view wanted) const;

    std::string_view statement_;
    Answer answer_;
    int row_ = -1;
};

}  // namespace meadow::db::postgres
