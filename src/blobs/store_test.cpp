#include "blobs/store.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <thread>
#include <vector>

namespace meadow::blobs {
namespace {

namespace fs = std::filesystem;

class BlobStore : public testing::Test {
protected:
    BlobStore()
    {
        std::string pattern = testing::TempDir() + "/meadow_blobs_XXXXXX";
        root = ::mkdtemp(pattern.data());
    }
    ~BlobStore() override { fs::remove_all(root); }
    fs::path root;
};

constexpr const char* abc = "ba/78/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.txt";  // FIPS 180-2, B.1

TEST_F(BlobStore, names_bytes_by_their_hash_and_keeps_them_once)
{
    Store store(root);
    EXPECT_FALSE(store.exists(abc));
    EXPECT_EQ(store.put("abc", "txt"), abc);
    EXPECT_EQ(store.put("abc", "txt"), abc);
    EXPECT_TRUE(store.exists(abc));
    const auto file = store.open(abc);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->size(), 3u);
    EXPECT_EQ(file->read(), "abc");
    EXPECT_EQ(store.usage().files, 1u);
    EXPECT_EQ(store.usage().bytes, 3u);
    EXPECT_TRUE(Store(root).exists(abc));
}

TEST_F(BlobStore, removes_once)
{
    Store store(root);
    store.put("abc", "txt");
    EXPECT_TRUE(store.remove(abc));
    EXPECT_FALSE(store.remove(abc));
    EXPECT_FALSE(store.open(abc));
    EXPECT_EQ(store.usage().files, 0u);
}

TEST_F(BlobStore, never_leaves_its_directory)
{
    Store store(root / "media");
    std::ofstream(root / "secret.txt") << "secret";
    const std::string hash = std::string(abc).substr(6, 64);
    for (const std::string& name :
         {std::string("../secret.txt"), std::string("/etc/passwd"), std::string("ba/78/../../../secret.txt"),
          "ba/79/" + hash + ".txt", "ba/78/" + hash + "./txt", "ba/78/" + hash, "ba/78/" + hash + ".TXT", "ba/78/" + hash + ".txt/",
          "../78/" + hash + ".txt", std::string("ba/78/") + '\0' + hash + ".txt", std::string()}) {
        EXPECT_FALSE(Store::is_name(name)) << name;
        EXPECT_FALSE(store.exists(name)) << name;
        EXPECT_FALSE(store.open(name)) << name;
        EXPECT_FALSE(store.remove(name)) << name;
    }
    EXPECT_TRUE(fs::exists(root / "secret.txt"));
}

TEST_F(BlobStore, does_not_follow_links_put_in_its_way)
{
    Store store(root / "media");
    std::ofstream(root / "secret.txt") << "secret";
    fs::create_directories(root / "media/ba/78");
    fs::create_symlink(root / "secret.txt", root / "media" / abc);
    EXPECT_FALSE(store.exists(abc));
    EXPECT_FALSE(store.open(abc));
}

TEST_F(BlobStore, lists_what_is_stored_and_sweeps_what_crashes_left)
{
    Store store(root);
    const std::string name = store.put("abc", "txt");
    std::ofstream(root / "unfinished/XYZ") << "half";
    std::vector<std::string> names;
    store.list([&](const Entry& entry) { names.push_back(entry.name); });
    EXPECT_EQ(names, std::vector<std::string>{name});
    EXPECT_EQ(store.sweep_unfinished(fs::file_time_type::min()), 0u);
    EXPECT_EQ(store.sweep_unfinished(fs::file_time_type::max()), 1u);
    EXPECT_TRUE(store.exists(name));
}

TEST_F(BlobStore, many_may_bring_the_same_at_once)
{
    Store store(root);
    const std::string bytes(100'000, 'x');
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 10; ++turn) EXPECT_EQ(store.open(store.put(bytes, "jpg"))->read(), bytes);
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(store.usage().files, 1u);
    EXPECT_TRUE(fs::is_empty(root / "unfinished"));
}

TEST_F(BlobStore, a_disk_that_refuses_is_a_fault_and_leaves_nothing)
{
    Store store(root);
    fs::remove_all(root / "unfinished");
    EXPECT_THROW(store.put("abc", "txt"), std::system_error);
    EXPECT_FALSE(store.exists(abc));
}

}  // namespace
}  // namespace meadow::blobs
