#include "text/csv_write.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "text/csv.hpp"

namespace meadow::lang {

TEST(CsvWrite, quotes_what_needs_it_and_nothing_else)
{
    std::string out;
    append_csv_row(out, {"plain", "with, comma", "with \"quotes\"", "two\nlines", "", "口红"});
    EXPECT_EQ(out, "plain,\"with, comma\",\"with \"\"quotes\"\"\",\"two\nlines\",,口红\r\n");
}

TEST(CsvWrite, a_spreadsheet_is_not_tricked_into_a_formula)
{
    std::string out;
    append_csv_row(out, {"=1+1", "@SUM(A1)", "+49 30 1", "-12.50", "+3"});
    EXPECT_EQ(out, "\"'=1+1\",\"'@SUM(A1)\",\"'+49 30 1\",-12.50,+3\r\n");
}

TEST(CsvWrite, the_reader_reads_what_was_written)
{
    std::string out;
    append_csv_row(out, {"a,b", "c\"d", "e\r\nf"});
    std::istringstream in(out);
    CsvReader reader(in);
    ASSERT_EQ(reader.next(), CsvReader::Step::row);
    EXPECT_EQ(reader.fields(), (std::vector<std::string>{"a,b", "c\"d", "e\r\nf"}));
}

}  // namespace meadow::lang
