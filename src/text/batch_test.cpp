#include "text/batch.hpp"

#include <gtest/gtest.h>

namespace meadow::lang {
namespace {

const RefusalKind no_batch{"test.no_batch", 422, "Not a batch"};

Result<Batch> read(std::string text) { return read_batch({"text/csv", std::move(text)}, no_batch, {"name", "count"}, {"colour"}); }

}  // namespace

TEST(Batch, takes_columns_in_any_order_and_says_which_rows_cannot_be_read)
{
    const auto batch = read("count,other,name\r\n3,x,lipstick\r\n\"4,y,broken\n");
    ASSERT_TRUE(batch.ok());
    ASSERT_EQ(batch->rows.size(), 1u);
    EXPECT_EQ(batch->rows[0].line, 2);
    EXPECT_EQ(batch->rows[0].cells, (std::vector<std::string>{"lipstick", "3", ""}));
    ASSERT_EQ(batch->rejected.size(), 1u);
    EXPECT_EQ(batch->rejected[0].line, 3);
    EXPECT_FALSE(read("name\r\nlipstick\r\n").ok()) << "count is missing";
    EXPECT_FALSE(read("").ok());
}

TEST(Batch, is_tried_row_by_row_and_told_in_the_order_of_the_file)
{
    Batch batch;
    batch.rows = {{2, {"2"}}, {3, {"3"}}, {5, {"5"}}};
    batch.rejected = {{4, "base.bad_input", "broken"}};
    const BatchReport report = try_each(batch, [](const BatchRow& row) -> Done {
        if (row.line == 5) return refuse(no_batch, "five");
        return done();
    });
    EXPECT_EQ(report.done, 2);
    ASSERT_EQ(report.rejected.size(), 2u);
    EXPECT_EQ(report.rejected[0].line, 4);
    EXPECT_EQ(report.rejected[1].line, 5);
    EXPECT_EQ(report.rejected[1].code, "test.no_batch");
    EXPECT_EQ(report.rejected[1].why, "five");
}

TEST(Batch, lines_that_are_one_wish_are_done_or_refused_together)
{
    BatchReport report;
    const std::int64_t first[] = {2, 7}, second[] = {3};
    report.tell(first, Done(refuse(no_batch)));
    report.tell(second, done());
    EXPECT_EQ(report.done, 1);
    ASSERT_EQ(report.rejected.size(), 2u);
    EXPECT_EQ(report.rejected[1].why, "Not a batch");
}

}  // namespace meadow::lang
