// Comma separated values as RFC 4180 says them, read as a stream: memory is one row, whatever the file.
#pragma once
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace meadow::lang {

struct CsvLimits {
    std::size_t field = 1 << 20;  // bytes of one field
    std::size_t fields = 1000;    // fields of one row
    std::size_t row = 4 << 20;    // bytes of all fields of one row
    char comma = ',';
};

// Strict where guessing would move data into the wrong column, lenient where nothing can be lost: rows end with CRLF or LF, the
// last one may lack its end, a byte order mark at the start and empty lines are skipped. A row is bad, and reading goes on with
// the next one, when: a quote stands inside an unquoted field, something follows a closing quote, a quoted field never ends, a
// limit is passed, or the number of fields differs from the first good row's.
class CsvReader {
public:
    enum class Step { row, bad_row, end };

    explicit CsvReader(std::istream& in, CsvLimits limits = {});

    // `row`: fields() holds it. `bad_row`: why() says what is wrong, fields() is of no use.
    Step next();

    const std::vector<std::string>& fields() const { return fields_; }
    const std::string& why() const { return why_; }
    std::uint64_t line() const { return row_line_; }  // on which the last row began, from 1
    std::uint64_t next_line() const { return line_; }  // on which reading goes on
    std::uint64_t offset() const { return offset_; }  // bytes read up to the end of the last row: where to go on after a crash

private:
    static constexpr int end_of_file = -1;
    int peek();
    int take();
    void read_row();
    void read_quoted(std::string& field);
    void read_plain(std::string& field);
    void keep(std::string& field, char byte);
    void spoil(const char* why);

    std::istream& in_;
    const CsvLimits limits_;
    std::vector<char> buffer_;
    std::size_t used_ = 0, filled_ = 0;
    std::uint64_t line_ = 1, row_line_ = 1, offset_ = 0;
    std::size_t row_bytes_ = 0, width_ = 0;
    std::vector<std::string> fields_;
    std::string why_;
};

}  // namespace meadow::lang
