#include "modules/discovery/diary/keep_snapshot.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "modules/discovery/diary/curator.hpp"

namespace meadow::discovery {
namespace {

// A file of a small town, told up to the seventh entry.
struct Snapshot : ::testing::Test {
    const std::string path = (std::filesystem::temp_directory_path() / ("meadow_snapshot_" + std::to_string(getpid()))).string();
    Curator curator;

    Snapshot()
    {
        engine::Engine engine;
        for (int n = 1; n <= 20; ++n) engine.note(Instant{1'900'000'000'000'000 + n}, NoteId{n}, UserId{100 + n}, engine::TopicKey(n % 3));
        curator.restore(std::move(engine), {0, 7});
        save_snapshot(curator, path);
    }
    ~Snapshot() override { std::filesystem::remove(path); }
};

}  // namespace

TEST_F(Snapshot, tells_what_was_known_and_how_far_the_diary_was_read)
{
    const auto known = read_snapshot(path);
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(known->engine.snapshot(), curator.snapshot());
    EXPECT_EQ(known->place.seq, 7);
}

TEST_F(Snapshot, that_is_missing_empty_torn_or_damaged_tells_nothing)
{
    EXPECT_FALSE(read_snapshot(path + ".other").has_value());
    const auto size = std::filesystem::file_size(path);
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(std::streamoff(size / 2));
        file.put('\x55');
        file.seekp(std::streamoff(size / 2 + 1));
        file.put('\xaa');
    }
    EXPECT_FALSE(read_snapshot(path).has_value()) << "damaged";
    save_snapshot(curator, path);
    EXPECT_TRUE(read_snapshot(path).has_value());
    std::filesystem::resize_file(path, size - 1);
    EXPECT_FALSE(read_snapshot(path).has_value()) << "torn";
    std::filesystem::resize_file(path, 0);
    EXPECT_FALSE(read_snapshot(path).has_value()) << "empty";
}

}  // namespace meadow::discovery
