#include "text/batch.hpp"

#include <algorithm>
#include <sstream>

#include "text/csv.hpp"

namespace meadow::lang {
namespace {

constexpr std::size_t no_column = std::size_t(-1);

std::vector<std::size_t> places_of(const std::vector<std::string>& head, const std::vector<std::string>& columns)
{
    std::vector<std::size_t> out;
    for (const std::string& column : columns) {
        const auto at = std::find(head.begin(), head.end(), column);
        out.push_back(at == head.end() ? no_column : std::size_t(at - head.begin()));
    }
    return out;
}

}  // namespace

Result<Batch> read_batch(const Upload& file, const RefusalKind& not_a_batch, const std::vector<std::string>& required,
                         const std::vector<std::string>& optional)
{
    std::istringstream in(file.bytes);
    CsvReader reader(in, {.field = 1000, .fields = 50, .row = 10'000});
    if (reader.next() != CsvReader::Step::row) return refuse(not_a_batch, "The file has no head line");
    std::vector<std::size_t> places = places_of(reader.fields(), required);
    for (std::size_t i = 0; i < required.size(); ++i)
        if (places[i] == no_column) return refuse(not_a_batch, "The column " + required[i] + " is missing");
    for (const std::size_t place : places_of(reader.fields(), optional)) places.push_back(place);

    Batch batch;
    for (;;) {
        const auto step = reader.next();
        if (step == CsvReader::Step::end) return batch;
        if (batch.rows.size() + batch.rejected.size() >= most_batch_rows)
            return refuse(not_a_batch, "At most " + std::to_string(most_batch_rows) + " rows at once");
        if (step == CsvReader::Step::bad_row) {
            batch.rejected.push_back(rejected(std::int64_t(reader.line()), refuse(bad_input, reader.why())));
            continue;
        }
        BatchRow row{std::int64_t(reader.line()), {}};
        for (const std::size_t place : places) row.cells.push_back(place == no_column ? "" : reader.fields()[place]);
        batch.rows.push_back(std::move(row));
    }
}

RejectedRow rejected(std::int64_t line, const Refusal& no)
{
    std::string why = no.detail;
    if (why.empty()) why = no.fields.empty() ? std::string(no.kind->title) : no.fields.front().what;
    return {line, std::string(no.kind->key), std::move(why)};
}

BatchReport& BatchReport::complete()
{
    std::sort(rejected.begin(), rejected.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return *this;
}

}  // namespace meadow::lang
