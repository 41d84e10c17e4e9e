// The embedded engine: a thin RAII wrapper around the SQLite C API. WAL, synchronous=FULL, one writer and many readers a file.
#include <array>
#include <atomic>
#include <mutex>
#include <thread>

#include "db/database.hpp"
#include "db/sqlite_copies.hpp"
#include "db/sqlite_statement.hpp"
#include "db/sqlite_wal.hpp"
#include "db/writer.hpp"

namespace meadow::db {
namespace {

using sqlite::fail;
using sqlite::Statement;

enum class Control : std::uint8_t { begin_read, begin_write, commit, savepoint, release, rollback_to };
constexpr std::array<std::string_view, 6> control_words{"BEGIN",           "BEGIN IMMEDIATE", "COMMIT",
                                                        "SAVEPOINT command", "RELEASE command", "ROLLBACK TO command"};

// What the writers of a file share with its keeper.
struct Shared {
    std::atomic<bool> in_doubt{false};  // the log may miss commits on the disk
    std::mutex gate;                    // held by the keeper while the next transaction has to wait
};

class SqliteConnection final : public Connection, public Writer {
public:
    // `shared` is a writer's only.
    SqliteConnection(const std::string& path, Shared* shared, std::chrono::microseconds commit_delay)
        : shared_(shared), commit_delay_(commit_delay)
    {
        const bool writer = shared != nullptr;
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
        if (sqlite3_open_v2(path.c_str(), &db_, flags, sqlite::gathering_vfs()) != SQLITE_OK) {
            const std::string what = sqlite3_errmsg(db_);
            sqlite3_close_v2(db_);
            throw Fault(Fault::Kind::broken, "cannot open " + path + ": " + what);
        }
        sqlite3_extended_result_codes(db_, 1);
        sqlite3_busy_timeout(db_, 5000);
        script("PRAGMA journal_mode=WAL");
        // FULL: the WAL is synced at every commit, so what was acknowledged survives a power cut.
        script("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY");
        script(writer ? "PRAGMA cache_size=-65536" : "PRAGMA cache_size=-8192");
        script("PRAGMA mmap_size=134217728");
    }

    ~SqliteConnection() override
    {
        statements_.clear();  // finalise before closing
        control_ = {};
        sqlite3_close_v2(db_);
    }

    Engine engine() const override { return Engine::sqlite; }

    Rows& query(const Sql& sql, std::span<const Value> values) override
    {
        Statement& statement = prepared(sql, values);
        statement.start(values);
        return statement;
    }

    std::int64_t execute(const Sql& sql, std::span<const Value> values) override
    {
        Statement& statement = prepared(sql, values);
        statement.start(values);
        const std::int64_t before = sqlite3_total_changes64(db_);
        while (statement.next()) {}
        return sqlite3_total_changes64(db_) - before;
    }

    void post(const Sql& sql, std::span<const Value> values) override { execute(sql, values); }

    void begin_read() override { run(Control::begin_read); }
    void begin_write() override
    {
        if (shared_ != nullptr) {
            const std::lock_guard after_the_keeper(shared_->gate);
        }
        run(Control::begin_write);
    }
    void commit() override
    {
        wait_as_told();
        run(Control::commit);
    }
    bool syncs_apart() const override { return true; }
    void commit_unsynced() override
    {
        if (log_ == nullptr) log_ = sqlite::log_of(db_);
        sqlite::put_off_syncs(log_, true);
        const auto strict_again = [this] { sqlite::put_off_syncs(log_, false); };
        try {
            run(Control::commit);
        } catch (...) {
            strict_again();
            throw;
        }
        strict_again();
    }
    void sync() override
    {
        wait_as_told();
        if (sqlite::sync_log(log_) == SQLITE_OK) return;
        shared_->in_doubt = true;
        throw Fault(Fault::Kind::unknown, "the disk refused to sync the log");
    }
    void sync_again() override
    {
        if (sqlite::sync_log_again(log_) != SQLITE_OK) throw Fault(Fault::Kind::broken, "the disk still refuses to sync the log");
        shared_->in_doubt = false;
    }
    void rollback() noexcept override
    {
        if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    void savepoint() override { run(Control::savepoint); }
    void release_savepoint() override { run(Control::release); }
    void rollback_to_savepoint() override
    {
        run(Control::rollback_to);
        run(Control::release);
    }

    void script(std::string_view statements) override
    {
        const std::string text(statements);
        if (sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(db_, "script");
    }
    std::uint64_t touched() const override { return std::uint64_t(sqlite3_total_changes64(db_)); }
    void prepare(const Sql& sql) override
    {
        prepared(sql, false);
        prepared(sql, true);
    }

    std::string explain(const Sql& sql) override
    {
        const std::string text = "EXPLAIN QUERY PLAN " + dialect(Engine::sqlite, sql.text);
        sqlite3_stmt* handle = nullptr;
        if (sqlite3_prepare_v2(db_, text.c_str(), -1, &handle, nullptr) != SQLITE_OK) fail(db_, sql.name);
        std::string plan;
        while (sqlite3_step(handle) == SQLITE_ROW)
            plan.append(reinterpret_cast<const char*>(sqlite3_column_text(handle, 3))).push_back('\n');
        sqlite3_finalize(handle);
        return plan;
    }

    sqlite3* handle() { return db_; }

private:
    // A list is a table of its own, made anew at every run. Most lists hold one id, for which the statement is prepared a second time
    // with a plain comparison in the list's place.
    Statement& prepared(const Sql& sql, std::span<const Value> values)
    {
        bool lists = false, of_one = true;
        for (const Value& value : values) {
            if (value.kind != Value::Kind::list) continue;
            lists = true;
            of_one = of_one && value.list.size() == 1;
        }
        return prepared(sql, lists && of_one);
    }
    Statement& prepared(const Sql& sql, bool lists_of_one)
    {
        const std::size_t at = 2 * sql.index + lists_of_one;
        if (statements_.size() <= at) statements_.resize(at + 1);
        auto& slot = statements_[at];
        if (!slot) slot = std::make_unique<Statement>(db_, sql, lists_of_one);
        return *slot;
    }
    // Prepared like any other, but no Sql: the list of those holds only what both engines can prepare.
    void run(Control control)
    {
        auto& slot = control_[std::size_t(control)];
        if (!slot) slot = std::make_unique<Statement>(db_, "db.control", std::string(control_words[std::size_t(control)]));
        slot->start({});
        slot->next();
    }

    void wait_as_told() const
    {
        if (commit_delay_.count() > 0) std::this_thread::sleep_for(commit_delay_);
    }

    sqlite3* db_ = nullptr;
    sqlite3_file* log_ = nullptr;  // once there was a commit that was not synced
    Shared* const shared_;
    const std::chrono::microseconds commit_delay_;
    std::vector<std::unique_ptr<Statement>> statements_;  // two for each Sql::index
    std::array<std::unique_ptr<Statement>, control_words.size()> control_;  // by Control
};

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(const Options& options) : delay_(options.commit_delay)
    {
        // No global memory statistics: they cost a mutex at every allocation. Refused, harmlessly, once SQLite is in use.
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        const std::filesystem::path where = options.url.substr(std::string_view("sqlite:").size());
        std::filesystem::create_directories(where);
        path_[0] = (where / "meadow.db").string();
        path_[1] = (where / "events.db").string();
        for (int i = 0; i < 2; ++i) keeper_[i] = std::make_unique<SqliteConnection>(path_[i], nullptr, std::chrono::microseconds{0});
    }

    Engine engine() const override { return Engine::sqlite; }
    std::unique_ptr<Connection> open_writer(Home home) override
    {
        return std::make_unique<SqliteConnection>(path_[int(home)], &shared_[int(home)], delay_);
    }
    std::unique_ptr<Connection> open_reader(Home home) override
    {
        return std::make_unique<SqliteConnection>(path_[int(home)], nullptr, std::chrono::microseconds{0});
    }

    void checkpoint() override
    {
        const std::lock_guard lock(keeper_lock_);
        // What the disk may lack in the log must not be in the database alone: the next commit gives it to the log again.
        for (int i = 0; i < 2; ++i)
            if (!shared_[i].in_doubt) move_wal_back(keeper_[i]->handle(), shared_[i].gate);
    }

    void backup(const std::filesystem::path& to) override
    {
        const std::lock_guard lock(keeper_lock_);
        std::error_code error;
        std::filesystem::create_directories(to, error);
        if (error) throw Fault(Fault::Kind::broken, "cannot make " + to.string() + ": " + error.message());
        sqlite::copy_database(keeper_[0]->handle(), to / "meadow.db");
        sqlite::copy_database(keeper_[1]->handle(), to / "events.db");
    }

private:
    // A passive checkpoint disturbs nobody, but beside a writer that never rests it never catches up and the WAL would grow without
    // end. Past `wal_pages_high` the rest, by then short, is done with the writer held up, so that it starts the WAL anew.
    static void move_wal_back(sqlite3* keeper, std::mutex& gate)
    {
        int pages = 0;
        int moved = 0;
        sqlite3_wal_checkpoint_v2(keeper, nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, &moved);
        if (pages < wal_pages_high) return;
        const std::lock_guard held_up(gate);  // SQLite alone would let a busy writer have its turn again and again
        sqlite3_busy_timeout(keeper, 100);  // a long read in the way: the next round tries again
        sqlite3_wal_checkpoint_v2(keeper, nullptr, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
        sqlite3_busy_timeout(keeper, 5000);
    }
    static constexpr int wal_pages_high = 16 * 1024;  // 64 MB

    std::chrono::microseconds delay_;
    std::string path_[2];
    Shared shared_[2];
    std::unique_ptr<SqliteConnection> keeper_[2];  // for checkpoints and backups
    std::mutex keeper_lock_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const Options& options) { return std::make_unique<SqliteDatabase>(options); }

}  // namespace meadow::db
