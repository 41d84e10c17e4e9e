#include "db/checkpointer.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "db/tx.hpp"

namespace meadow::db {
namespace {

const Sql fill{"checkpointer_test.fill", "INSERT INTO pages (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = $2"};

class CheckpointerTest : public testing::Test {
protected:
    ~CheckpointerTest() override { std::filesystem::remove_all(home_); }
    const std::filesystem::path home_ = std::filesystem::temp_directory_path() / ("meadow-wal-" + std::to_string(getpid()));
};

TEST_F(CheckpointerTest, the_wal_stays_bounded_beside_a_writer_that_never_rests)
{
    const auto database = open({.url = "sqlite:" + home_.string()});
    const auto writer = database->open_writer(Home::main);
    writer->script("CREATE TABLE pages (id integer PRIMARY KEY, body text)");
    const Checkpointer checkpointer(*database, std::chrono::milliseconds{5});
    // Between two of its transactions there is no time for anybody who does not ask for it.
    for (int i = 0; i < 100; ++i) {
        const std::string megabyte(1024 * 1024, char('a' + i % 26));   // another than before: SQLite writes what has changed
        Tx tx(*writer);
        writer->begin_write();
        for (int page = 0; page < 10; ++page) tx.exec(fill, page, megabyte);
        writer->commit();
    }
    EXPECT_LT(std::filesystem::file_size(home_ / "meadow.db-wal"), 200u * 1024 * 1024);
}

}  // namespace
}  // namespace meadow::db
