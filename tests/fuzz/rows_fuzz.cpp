// Arbitrary bytes as a file of rows: what `meadow import` reads, as CSV and as JSONL, and what a merchant uploads to ship many orders or to
// change many prices.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

#include <unistd.h>

#include "app/import/row_reader.hpp"
#include "base/ids.hpp"
#include "text/batch.hpp"

namespace meadow {

struct Row {
    std::string id;
    std::optional<Text<0, 20>> words;
    std::optional<std::int64_t> count;
    std::optional<Instant> at;
    std::optional<double> weight;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, words, count, at, weight))

}  // namespace meadow

using namespace meadow;

namespace {

void must(bool promise)
{
    if (!promise) std::abort();
}

// A file of these bytes for as long as it lives.
class File {
public:
    File(const std::string& ending, std::string_view bytes)
        : path(std::filesystem::temp_directory_path() / ("meadow-rows-" + std::to_string(::getpid()) + ending))
    {
        std::ofstream(path, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
    }
    ~File() { std::filesystem::remove(path); }
    File(const File&) = delete;

    const std::filesystem::path path;
};

// Reads to the end from `from` on; returns where the reader stood behind the row in the middle.
app::FilePlace read_all(const std::string& path, std::size_t size, app::FilePlace from)
{
    app::RowReader reader(path, describe<Row>());
    reader.go_on_at(from);
    app::FilePlace before = reader.place(), middle = before;
    std::size_t rows = 0;
    for (;;) {
        Row row;
        const auto step = reader.next(&row);
        if (step == app::RowReader::Step::end) break;
        must(++rows <= size);
        must(reader.rejections().empty() == (step == app::RowReader::Step::row));
        must(reader.place().bytes > before.bytes && reader.place().bytes <= size && reader.place().lines >= before.lines);
        before = reader.place();
        if (before.bytes <= size / 2) middle = before;
    }
    return middle;
}

void imported(const std::string& ending, std::string_view bytes)
{
    const File file(ending, bytes);
    try {
        const auto middle = read_all(file.path, bytes.size(), {});
        read_all(file.path, bytes.size(), middle);
    } catch (const std::runtime_error& not_ours) {
        must(*not_ours.what() != '\0');
    }
}

const RefusalKind not_a_batch{"test.not_a_batch", 422, "Not a batch"};

void uploaded(std::string_view bytes)
{
    Upload upload;
    upload.bytes = bytes;
    const auto batch = lang::read_batch(upload, not_a_batch, {"order", "carrier", "waybill"}, {"note"});
    if (!batch) return;
    must(batch->rows.size() + batch->rejected.size() <= lang::most_batch_rows);
    for (const auto& row : batch->rows) must(row.cells.size() == 4);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    uploaded(bytes);
    imported(".csv", bytes);
    imported(".jsonl", bytes);
    return 0;
}
