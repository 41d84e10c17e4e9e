#include "db/node_lease.hpp"

#include <sys/wait.h>

#include <set>
#include <thread>

#include "db/postgres_test.hpp"

namespace meadow::db {
namespace {

const Sql end_lease_holder{"test.end_lease_holder", R"sql(
    SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE locktype = 'advisory' AND granted AND objid = CAST($1 AS bigint)
       AND classid = CAST(CAST(hashtext('meadow.node.' || current_schema()) AS bigint) & 4294967295 AS oid))sql"};

struct Directory {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / ("meadow_lease_" + std::to_string(getpid()));
    const Options options{.url = "sqlite:" + path.string(), .schema = {}};
    ~Directory() { std::filesystem::remove_all(path); }
};

std::string refusal_of(const Options& options)
{
    try {
        take_node_lease(options);
    } catch (const Fault& fault) {
        return fault.kind == Fault::Kind::busy ? fault.what() : std::string("not busy: ") + fault.what();
    }
    return "";
}

TEST(NodeLease, gives_a_directory_to_one_process_at_a_time)
{
    const Directory directory;
    auto lease = take_node_lease(directory.options);
    EXPECT_EQ(0, lease->number());
    EXPECT_TRUE(lease->check());
    EXPECT_EQ("another meadow process (number " + std::to_string(getpid()) + ") uses " + directory.path.string() +
                  "; SQLite serves one server process, stop the other one or use PostgreSQL",
              refusal_of(directory.options));
    EXPECT_TRUE(lease->check()) << "a refused process takes nothing away";
    lease.reset();
    EXPECT_EQ("", refusal_of(directory.options));
}

TEST(NodeLease, dies_with_its_process)
{
    const Directory directory;
    int ready[2];
    ASSERT_EQ(0, pipe(ready));
    const pid_t child = fork();
    if (child == 0) {
        const auto lease = take_node_lease(directory.options);
        if (write(ready[1], "1", 1) == 1) pause();
        _exit(0);
    }
    char byte;
    ASSERT_EQ(1, read(ready[0], &byte, 1));
    EXPECT_NE("", refusal_of(directory.options));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_EQ("", refusal_of(directory.options));
    close(ready[0]);
    close(ready[1]);
}

TEST(NodeLease, is_lost_for_good_when_somebody_removes_the_lock_file)
{
    const Directory directory;
    const auto lease = take_node_lease(directory.options);
    std::filesystem::remove(directory.path / "meadow.lock");
    EXPECT_TRUE(lease->is_held()) << "nobody has looked yet";
    EXPECT_FALSE(lease->check());
    const auto second = take_node_lease(directory.options);
    EXPECT_FALSE(lease->check());
    EXPECT_FALSE(lease->is_held());
    EXPECT_TRUE(second->check());
}

TEST_F(PostgresTest, node_numbers_differ_and_return_with_their_session)
{
    std::vector<std::unique_ptr<NodeLease>> leases;
    std::set<int> numbers;
    for (int i = 0; i < 3; ++i) numbers.insert(leases.emplace_back(take_node_lease(options_))->number());
    EXPECT_EQ((std::set<int>{0, 1, 2}), numbers);
    EXPECT_TRUE(leases[1]->check());

    // The server frees the number when it notices the end of the session, a moment after it.
    leases[1].reset();
    while (leases[1] == nullptr || leases[1]->number() != 1) leases[1] = take_node_lease(options_);
}

TEST_F(PostgresTest, a_node_number_is_lost_with_its_session)
{
    const auto lease = take_node_lease(options_);
    EXPECT_TRUE(lease->check());
    const auto other = connection();
    Rows& rows = other->query(end_lease_holder, std::array{bind(lease->number())});
    ASSERT_TRUE(rows.next());
    ASSERT_EQ(1, rows.integer(0));
    EXPECT_FALSE(lease->check());
    EXPECT_FALSE(lease->is_held());
    EXPECT_EQ(lease->number(), take_node_lease(options_)->number()) << "another process may have it now";
}

}  // namespace
}  // namespace meadow::db
