#include "app/import/row_reader.hpp"

#include <algorithm>
#include <filesystem>

#include "app/import/hash.hpp"
#include "base/json.hpp"

namespace meadow::app {
namespace {

constexpr std::size_t beginning = 64 << 10;
constexpr std::size_t longest_line = 1 << 20;   // of JSON

bool is_json(const std::string& path) { return path.ends_with(".jsonl") || path.ends_with(".ndjson"); }

bool may_be_absent(const Member& member) { return member.type().shape == Shape::optional; }

// getline() with a bound: what is longer is read past and told.
bool read_line(std::istream& in, std::string& line, std::uint64_t& bytes, bool& too_long)
{
    line.clear();
    too_long = false;
    bool any = false;
    for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
        any = true;
        ++bytes;
        if (c == '\n') break;
        if (line.size() == longest_line) too_long = true;
        else line.push_back(char(c));
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return any;
}

}  // namespace

RowReader::RowReader(const std::string& path, const TypeInfo& type) : path_(path), type_(type), json_(is_json(path)), in_(path, std::ios::binary)
{
    if (!in_) throw std::runtime_error("cannot read " + path);
    size_ = std::filesystem::file_size(path);
    std::string head(std::min<std::uint64_t>(size_, beginning), '\0');
    in_.read(head.data(), std::streamsize(head.size()));
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        throw std::runtime_error(path + " is in UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8\")");
    fingerprint_ = hash_of(head + '\0' + std::to_string(size_));
    in_.clear();
    in_.seekg(0);
    if (!json_) read_header();
}

void RowReader::read_header()
{
    csv_ = std::make_unique<lang::CsvReader>(in_);
    if (csv_->next() != lang::CsvReader::Step::row) throw std::runtime_error(path_ + " does not begin with a line that names its columns");
    for (const std::string& name : csv_->fields()) {
        const Member* member = type_.find(name);
        if (member == nullptr) throw std::runtime_error(path_ + ": there is no column \"" + name + "\" in docs/import.md");
        if (std::find(columns_.begin(), columns_.end(), member) != columns_.end()) throw std::runtime_error(path_ + ": two columns are called " + name);
        columns_.push_back(member);
    }
    for (const Member& member : type_.members)
        if (!may_be_absent(member) && std::find(columns_.begin(), columns_.end(), &member) == columns_.end())
            throw std::runtime_error(path_ + " lacks the column " + member.name);
    place_ = {csv_->offset(), csv_->next_line() - 1};
}

void RowReader::go_on_at(FilePlace place)
{
    if (place.bytes <= place_.bytes) return;
    in_.clear();
    in_.seekg(std::streamoff(place.bytes));
    if (!json_) csv_ = std::make_unique<lang::CsvReader>(in_);
    base_ = place_ = place;
}

RowReader::Step RowReader::next(void* into)
{
    rejections_.clear();
    return json_ ? next_json(into) : next_csv(into);
}

RowReader::Step RowReader::next_csv(void* into)
{
    const auto step = csv_->next();
    if (step == lang::CsvReader::Step::end) return Step::end;
    line_ = base_.lines + csv_->line();
    place_ = {base_.bytes + csv_->offset(), base_.lines + csv_->next_line() - 1};
    if (step == lang::CsvReader::Step::bad_row) {
        reject("", csv_->why());
        return Step::rejected;
    }
    const auto& fields = csv_->fields();
    if (fields.size() != columns_.size()) {   // a reader that went on in the middle takes the first row's width for the right one
        reject("", std::to_string(fields.size()) + " fields where " + std::to_string(columns_.size()) + " are due");
        return Step::rejected;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Member& member = *columns_[i];
        if (fields[i].empty() && may_be_absent(member)) continue;
        const std::string wrong = read_scalar(fields[i], member.type(), static_cast<std::byte*>(into) + member.offset);
        if (!wrong.empty()) reject(member.name, wrong);
    }
    return rejections_.empty() ? Step::row : Step::rejected;
}

RowReader::Step RowReader::next_json(void* into)
{
    std::string line;
    bool too_long = false;
    do {
        if (!read_line(in_, line, place_.bytes, too_long)) return Step::end;
        line_ = ++place_.lines;
        if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    } while (line.empty());
    if (too_long) reject("", "the line is longer than 1 MiB");
    else
        for (const FieldFault& fault : read_json(line, type_, into))
            reject(fault.where.starts_with("/") ? fault.where.substr(1) : fault.where, fault.what);
    return rejections_.empty() ? Step::row : Step::rejected;
}

}  // namespace meadow::app
