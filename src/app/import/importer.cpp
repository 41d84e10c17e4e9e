#include "app/import/importer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/import/hash.hpp"
#include "app/import/report.hpp"
#include "app/import/rows.hpp"

namespace meadow::app {
namespace {

constexpr std::array<std::string_view, 6> kinds{"people", "shops", "products", "notes", "comments", "interactions"};
constexpr std::size_t plain_rows = 2000;               // a batch
constexpr std::int64_t rows_between_news = 20'000;

std::string name_of_file(const std::string& path) { return std::filesystem::path(path).filename().string(); }

// Which of `kinds`; nothing for files of other names.
std::optional<std::size_t> kind_of(const std::string& path)
{
    const std::string name = name_of_file(path);
    if (!name.ends_with(".csv") && !name.ends_with(".jsonl") && !name.ends_with(".ndjson")) return {};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (name.starts_with(kinds[i]) && std::string_view(".-_").find(name[kinds[i].size()]) != std::string_view::npos) return i;
    return {};
}

// The pictures that rows of this kind name.
template <class Row>
std::vector<std::string> pictures_named(const Pictures& pictures, const Row& row)
{
    if constexpr (requires { row.pictures; }) return pictures.named(row.pictures.value_or(NameList{}), row.id);
    else return {};
}

store::ReadFile begun(db::ReadTx& tx, const std::string& source, const std::string& path, std::int64_t fingerprint)
{
    const auto before = store::find_file(tx, source, name_of_file(path));
    if (before && before->fingerprint == fingerprint && !before->finished) return *before;
    store::ReadFile fresh;
    fresh.fingerprint = fingerprint;
    return fresh;
}

Tally tally_of(const store::ReadFile& file) { return {file.entered, file.updated, file.unchanged, file.rejected}; }

Tally operator+(const Tally& a, const Tally& b)
{
    return {a.entered + b.entered, a.updated + b.updated, a.unchanged + b.unchanged, a.rejected + b.rejected};
}

// One batch as it was read: rows, and what is wrong with the others.
template <class Row>
struct Batch {
    std::vector<Numbered<Row>> rows;
    std::vector<Rejection> rejections;
    std::int64_t rejected = 0;
    bool last = false;
};

template <class Row>
Batch<Row> read_batch(RowReader& reader, Pictures& pictures, std::size_t most)
{
    Batch<Row> out;
    pictures.make_room();
    while (out.rows.size() + std::size_t(out.rejected) < most) {
        Numbered<Row> one;
        const auto step = reader.next(&one.row);
        if (step == RowReader::Step::end) {
            out.last = true;
            break;
        }
        std::vector<Rejection> wrong = reader.rejections();
        if (step == RowReader::Step::row)
            for (const std::string& name : pictures_named(pictures, one.row)) {
                pictures.prepare(name);
                if (!pictures.fault(name).empty()) wrong.push_back({reader.line(), "pictures", pictures.fault(name)});
            }
        if (!wrong.empty()) {
            ++out.rejected;
            out.rejections.insert(out.rejections.end(), wrong.begin(), wrong.end());
            continue;
        }
        one.line = reader.line();
        one.content_hash = hash_of(to_json(one.row));
        out.rows.push_back(std::move(one));
    }
    return out;
}

}  // namespace

Importer::Importer(Meadow& meadow, ImportOptions options, std::function<void(const Progress&)> tell)
    : meadow_(meadow), options_(std::move(options)), tell_(std::move(tell))
{
}

std::vector<std::string> Importer::in_order(const std::vector<std::string>& paths)
{
    std::vector<std::string> out;
    for (const std::string& path : paths) {
        if (std::filesystem::is_directory(path)) {
            for (const auto& entry : std::filesystem::directory_iterator(path))
                if (kind_of(entry.path())) out.push_back(entry.path());
        } else if (kind_of(path)) {
            out.push_back(path);
        } else {
            throw std::runtime_error(path + ": the name of a file says what is in it: people, shops, products, notes, comments or interactions, "
                                            "then anything, then .csv or .jsonl");
        }
    }
    std::sort(out.begin(), out.end(), [](const std::string& a, const std::string& b) { return std::pair(*kind_of(a), a) < std::pair(*kind_of(b), b); });
    return out;
}

std::string Importer::report_of(const std::string& path) const
{
    return options_.reports + "/" + options_.source + "-" + name_of_file(path) + ".rejected.csv";
}

Tally Importer::read(const std::string& path)
{
    switch (kind_of(path).value_or(kinds.size())) {
        case 0: return read_rows<PersonRow>(path, enter_people, plain_rows);
        case 1: return read_rows<ShopRow>(path, enter_shops, guarded_rows);
        case 2: return read_rows<ProductRow>(path, enter_products, guarded_rows);
        case 3: return read_rows<NoteRow>(path, enter_notes, plain_rows);
        case 4: return read_rows<CommentRow>(path, enter_comments, plain_rows);
        case 5: return read_rows<InteractionRow>(path, enter_interactions, plain_rows);
        default: throw std::runtime_error(path + " is of no kind that can be imported");
    }
}

template <class Row>
Tally Importer::read_rows(const std::string& path, void (*enter)(Desk&, Rows<Row>), std::size_t most)
{
    jobs::World& world = meadow_.world();
    RowReader reader(path, describe<Row>());
    Pictures pictures(world, std::filesystem::path(path).parent_path().string(), options_.covers);
    store::ReadFile file;
    if (options_.dry) file.fingerprint = reader.fingerprint();
    else jobs::read_now(world, {}, [&](ReadCtx& ctx) { file = begun(ctx.tx, options_.source, path, reader.fingerprint()); });
    reader.go_on_at({std::uint64_t(file.read_bytes), std::uint64_t(file.read_lines)});
    RejectionReport report(report_of(path), std::uint64_t(file.report_bytes));
    Tally sum = tally_of(file);

    std::int64_t told = sum.rows();
    for (bool more = true; more;) {
        const Batch<Row> batch = read_batch<Row>(reader, pictures, most);
        std::vector<Rejection> rejections;
        Tally tally;
        const std::uint64_t kept = report.bytes();
        std::optional<ExternalNames> met;
        jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
            ExternalNames& names = met.emplace(ctx.tx, options_.source, remembered_, options_.dry ? &pretended_ : nullptr);
            Desk desk{ctx, names, pictures, options_.dry};
            enter(desk, batch.rows);
            names.write();
            rejections = batch.rejections;
            rejections.insert(rejections.end(), desk.rejections.begin(), desk.rejections.end());
            std::stable_sort(rejections.begin(), rejections.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
            tally = desk.tally + Tally{0, 0, 0, batch.rejected};
            if (options_.dry) return false;
            // Told before it is committed; the lane may come here twice.
            report.cut(kept);
            report.add(rejections);
            const Tally all = sum + tally;
            store::put_file(ctx.tx, options_.source, name_of_file(path),
                            {file.fingerprint, std::int64_t(reader.place().bytes), std::int64_t(reader.place().lines), std::int64_t(report.bytes()),
                             all.entered, all.updated, all.unchanged, all.rejected, batch.last, ctx.now});
            return true;
        });
        if (options_.dry) report.add(rejections);
        else for (std::size_t kind = 0; kind < kinds.size(); ++kind) remembered_.take(Kind(kind), met->take_known(Kind(kind)));
        sum = sum + tally;
        more = !batch.last;
        if (!options_.dry && (!more || sum.rows() - told >= rows_between_news)) {
            jobs::write_in_lane(world, {}, 0, [](WriteCtx& ctx) { return store::measure_tables(ctx.tx), true; });
            meadow_.pump().settle();
            told = sum.rows();
        }
        tell_({name_of_file(path), reader.place().bytes, reader.size(), sum, batch.last});
    }
    return sum;
}

}  // namespace meadow::app
