#include "support/weather.hpp"

#include <utility>

#include "db/writer.hpp"

namespace meadow::testing {
namespace {

using db::Fault;

class Exposed final : public db::Connection, public db::Writer {
public:
    Exposed(Weather& weather, std::unique_ptr<db::Connection> inner)
        : weather_(weather), inner_(std::move(inner)), writer_(dynamic_cast<db::Writer&>(*inner_))
    {
    }
    std::uint64_t touched() const override { return writer_.touched(); }

    db::Engine engine() const override { return inner_->engine(); }
    db::Rows& query(const db::Sql& sql, std::span<const db::Value> values) override
    {
        weather_.before(sql.name);
        return inner_->query(sql, values);
    }
    std::int64_t execute(const db::Sql& sql, std::span<const db::Value> values) override
    {
        weather_.before(sql.name);
        return inner_->execute(sql, values);
    }
    void post(const db::Sql& sql, std::span<const db::Value> values) override
    {
        weather_.before(sql.name);
        inner_->post(sql, values);
    }
    void begin_read() override { inner_->begin_read(); }
    void begin_write() override
    {
        weather_.before_begin();
        inner_->begin_write();
    }
    void commit() override
    {
        weather_.before_commit();
        inner_->commit();
        weather_.after_commit();
    }
    bool syncs_apart() const override { return writer_.syncs_apart(); }
    void commit_unsynced() override
    {
        weather_.before_commit();
        writer_.commit_unsynced();
        weather_.after_commit();
    }
    void sync() override { writer_.sync(); }
    void sync_again() override { writer_.sync_again(); }
    void rollback() noexcept override { inner_->rollback(); }
    void savepoint() override { inner_->savepoint(); }
    void release_savepoint() override { inner_->release_savepoint(); }
    void rollback_to_savepoint() override { inner_->rollback_to_savepoint(); }
    void script(std::string_view statements) override { inner_->script(statements); }
    void prepare(const db::Sql& sql) override { inner_->prepare(sql); }
    std::string explain(const db::Sql& sql) override { return inner_->explain(sql); }

private:
    Weather& weather_;
    const std::unique_ptr<db::Connection> inner_;
    db::Writer& writer_;
};

class Outdoors final : public db::Database {
public:
    Outdoors(Weather& weather, std::unique_ptr<db::Database> inner) : weather_(weather), inner_(std::move(inner)) {}
    db::Engine engine() const override { return inner_->engine(); }
    std::unique_ptr<db::Connection> open_writer(db::Home home) override { return std::make_unique<Exposed>(weather_, inner_->open_writer(home)); }
    std::unique_ptr<db::Connection> open_reader(db::Home home) override { return inner_->open_reader(home); }
    void checkpoint() override { inner_->checkpoint(); }
    void backup(const std::filesystem::path& to) override { inner_->backup(to); }

private:
    Weather& weather_;
    const std::unique_ptr<db::Database> inner_;
};

}  // namespace

bool Weather::takes(int& which)
{
    const std::lock_guard lock(mutex_);
    if (which == 0) return false;
    --which;
    return true;
}

void Weather::breaks(std::string statement, int times)
{
    const std::lock_guard lock(mutex_);
    statement_ = std::move(statement);
    broken_ = times;
}

void Weather::clears()
{
    const std::lock_guard lock(mutex_);
    busy_ = conflicts_ = lost_ = silent_ = broken_ = 0;
}

void Weather::before_begin()
{
    if (takes(busy_)) throw Fault(Fault::Kind::busy, "the weather: somebody has the lock");
}

void Weather::before_commit()
{
    if (takes(conflicts_)) throw Fault(Fault::Kind::conflict, "the weather: a conflict");
    if (takes(lost_)) throw Fault(Fault::Kind::broken, "the weather: the disk is full");
}

void Weather::after_commit()
{
    if (takes(silent_)) throw Fault(Fault::Kind::unknown, "the weather: the connection broke while COMMIT was on its way");
}

void Weather::before(std::string_view statement)
{
    {
        const std::lock_guard lock(mutex_);
        if (broken_ == 0 || statement != statement_) return;
        --broken_;
    }
    throw Fault(Fault::Kind::broken, "the weather: " + std::string(statement));
}

std::unique_ptr<db::Database> under(Weather& weather, std::unique_ptr<db::Database> database)
{
    return std::make_unique<Outdoors>(weather, std::move(database));
}

}  // namespace meadow::testing
