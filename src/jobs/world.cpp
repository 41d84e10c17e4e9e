#include "jobs/world.hpp"

#include "jobs/store.hpp"

namespace meadow::jobs {

void SettingsBook::load(db::ReadTx& tx)
{
    auto fresh = std::make_shared<Settings>();
    for (SettingRow& row : store::all_settings(tx)) fresh->add(row.name, {row.effective_from, std::move(row.value)});
    std::atomic_store(&current_, std::shared_ptr<const Settings>(std::move(fresh)));
}

std::unique_ptr<db::Connection> ReaderShelf::take(db::Database& database)
{
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto out = std::move(idle_.back());
            idle_.pop_back();
            return out;
        }
    }
    return database.open_reader(db::Home::main);
}

void ReaderShelf::put_back(std::unique_ptr<db::Connection> connection)
{
    const std::lock_guard lock(mutex_);
    if (idle_.size() < 4) idle_.push_back(std::move(connection));
}

bool run_verb(World& world, db::Tx& tx, const Who& who, const std::function<bool(WriteCtx&)>& verb)
{
    Reply reply;
    std::vector<Told> told;
    const auto settings = world.settings.now();
    WriteCtx ctx({tx, world.clock.now(), who, *settings, world.adapters, reply, {}}, tx, world.dice, world.ids, told);
    if (!verb(ctx)) return false;
    store::tell(tx, told, ctx.now, world.ids);
    return true;
}

void write_in_lane(World& world, const Who& who, std::uint64_t home_key, const std::function<bool(WriteCtx&)>& verb)
{
    bool told = false;
    const auto and_listen = [&](WriteCtx& ctx) {
        const bool keep = verb(ctx);
        told = keep && !ctx.told.empty();
        return keep;
    };
    db::run_and_wait(world.lanes, db::Home::main, home_key, [&](db::Tx& tx) { return run_verb(world, tx, who, and_listen); });
    if (told) world.news_is_waiting();
}

void read_now(World& world, const Who& who, const std::function<void(ReadCtx&)>& verb)
{
    auto connection = world.readers.take(world.database);
    connection->begin_read();
    db::ReadTx tx(*connection);
    Reply reply;
    const auto settings = world.settings.now();
    ReadCtx ctx{tx, world.clock.now(), who, *settings, world.adapters, reply, {}};
    verb(ctx);
    connection->commit();
    world.readers.put_back(std::move(connection));  // one that threw is closed instead
}

}  // namespace meadow::jobs
