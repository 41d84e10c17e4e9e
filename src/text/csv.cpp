#include "text/csv.hpp"

#include <istream>

namespace meadow::lang {

CsvReader::CsvReader(std::istream& in, CsvLimits limits) : in_(in), limits_(limits), buffer_(64 << 10)
{
    for (const int mark : {0xEF, 0xBB, 0xBF}) {
        if (peek() != mark) break;
        take();
    }
}

int CsvReader::peek()
{
    if (used_ == filled_) {
        in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        filled_ = static_cast<std::size_t>(in_.gcount());
        used_ = 0;
        if (filled_ == 0) return end_of_file;
    }
    return static_cast<unsigned char>(buffer_[used_]);
}

int CsvReader::take()
{
    const int byte = peek();
    if (byte == end_of_file) return byte;
    ++used_;
    ++offset_;
    if (byte == '\n') ++line_;
    return byte;
}

void CsvReader::spoil(const char* why)
{
    if (why_.empty()) why_ = why;
}

void CsvReader::keep(std::string& field, char byte)
{
    if (!why_.empty()) return;  // a bad row is read to its end, not stored
    if (field.size() >= limits_.field) return spoil("a field is too long");
    if (++row_bytes_ > limits_.row) return spoil("the row is too long");
    field += byte;
}

// After the opening quote, up to what follows the closing one.
void CsvReader::read_quoted(std::string& field)
{
    for (;;) {
        const int byte = take();
        if (byte == end_of_file) return spoil("a quoted field never ends");
        if (byte != '"') {
            keep(field, static_cast<char>(byte));
        } else if (peek() == '"') {
            keep(field, static_cast<char>(take()));
        } else {
            return;
        }
    }
}

void CsvReader::read_plain(std::string& field)
{
    for (int byte = peek(); byte != end_of_file && byte != '\n' && byte != limits_.comma; byte = peek()) {
        take();
        if (byte == '\r' && (peek() == '\n' || peek() == end_of_file)) return;
        if (byte == '"') spoil("a quote inside an unquoted field");
        keep(field, static_cast<char>(byte));
    }
}

void CsvReader::read_row()
{
    std::size_t count = 0;
    for (;;) {
        if (count == limits_.fields) {
            spoil("too many fields");
            --count;  // read on into the last one, to find the end of the row
        }
        if (fields_.size() <= count) fields_.emplace_back();
        std::string& field = fields_[count++];
        field.clear();
        if (peek() == '"') {
            take();
            read_quoted(field);
            if (peek() == '\r') take();
            if (peek() != limits_.comma && peek() != '\n' && peek() != end_of_file) {
                spoil("something follows a closing quote");
                read_plain(field);
            }
        } else {
            read_plain(field);
        }
        const int after = take();
        if (after != limits_.comma) break;
    }
    fields_.resize(count);
}

CsvReader::Step CsvReader::next()
{
    while (peek() == '\n' || peek() == '\r') take();
    if (peek() == end_of_file) return Step::end;
    row_line_ = line_;
    row_bytes_ = 0;
    why_.clear();
    read_row();
    if (why_.empty() && width_ != 0 && fields_.size() != width_)
        why_ = std::to_string(fields_.size()) + " fields where " + std::to_string(width_) + " are due";
    if (!why_.empty()) return Step::bad_row;
    width_ = fields_.size();
    return Step::row;
}

}  // namespace meadow::lang
