#include "text/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>

namespace meadow::lang {
namespace {

// Rows as [a|b], bad ones as line:why.
std::string read(const std::string& text, CsvLimits limits = {})
{
    std::istringstream in(text);
    CsvReader reader(in, limits);
    std::string out;
    for (auto step = reader.next(); step != CsvReader::Step::end; step = reader.next()) {
        if (step == CsvReader::Step::bad_row) {
            out += std::to_string(reader.line()) + ":" + reader.why() + ";";
            continue;
        }
        out += '[';
        for (std::size_t i = 0; i < reader.fields().size(); ++i) out += (i > 0 ? "|" : "") + reader.fields()[i];
        out += ']';
    }
    return out;
}

TEST(Csv, reads_what_rfc_4180_allows)
{
    EXPECT_EQ(read("a,b\r\n1,2\r\n"), "[a|b][1|2]");
    EXPECT_EQ(read("a,b\n1,2"), "[a|b][1|2]");
    EXPECT_EQ(read("\xEF\xBB\xBF"
                   "a\n"),
              "[a]");
    EXPECT_EQ(read("\"a,b\",\"c\"\"d\",\"e\nf\"\n"), "[a,b|c\"d|e\nf]");
    EXPECT_EQ(read(",,\n"), "[||]");
    EXPECT_EQ(read("\"\",x\n"), "[|x]");
    EXPECT_EQ(read("a\n\n\r\nb\n"), "[a][b]");
    EXPECT_EQ(read(""), "");
    EXPECT_EQ(read("a;b\n", {.comma = ';'}), "[a|b]");
}

TEST(Csv, names_bad_rows_and_goes_on_after_them)
{
    EXPECT_EQ(read("a,b\n1\n3,4\n"), "[a|b]2:1 fields where 2 are due;[3|4]");
    EXPECT_EQ(read("a,b\nx\"y,2\n3,4\n"), "[a|b]2:a quote inside an unquoted field;[3|4]");
    EXPECT_EQ(read("a,b\n\"x\"y,2\n3,4\n"), "[a|b]2:something follows a closing quote;[3|4]");
    EXPECT_EQ(read("a\n\"x\n"), "[a]2:a quoted field never ends;");
    EXPECT_EQ(read("a\nxxxxx\nb\n", {.field = 4}), "[a]2:a field is too long;[b]");
    EXPECT_EQ(read("a,b,c,d\ne,f\n", {.fields = 3}), "1:too many fields;[e|f]");
    EXPECT_EQ(read("aaa,bbb\nc,d\n", {.row = 5}), "1:the row is too long;[c|d]");
}

TEST(Csv, tells_where_to_go_on)
{
    const std::string text = "a,b\n\"1\n\",2\n3,4\n";
    std::istringstream in(text);
    CsvReader reader(in);
    reader.next();
    reader.next();
    EXPECT_EQ(reader.line(), 2u);
    EXPECT_EQ(text.substr(reader.offset()), "3,4\n");
}

TEST(Csv, what_is_quoted_comes_back_as_it_was)
{
    EXPECT_TRUE(rc::check("quote and read", [](const std::vector<std::string>& fields) {
        RC_PRE(!fields.empty());
        std::string text;
        for (const std::string& field : fields) {
            text += text.empty() ? "\"" : ",\"";
            for (const char c : field) text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        std::istringstream in(text + "\r\n");
        CsvReader reader(in);
        RC_ASSERT(reader.next() == CsvReader::Step::row);
        RC_ASSERT(reader.fields() == fields);
        RC_ASSERT(reader.next() == CsvReader::Step::end);
    }));
}

}  // namespace
}  // namespace meadow::lang
