// For tests: the ground a Meadow stands on and nothing above it: an empty database, a lane, a clock that stands still.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "jobs/store.hpp"
#include "jobs/world.hpp"

namespace meadow::jobs {

class GroundTest : public testing::Test {
protected:
    explicit GroundTest(std::vector<db::Migration> schema_of_test = schema) : directory_(fresh_directory())
    {
        database_ = db::open({.url = "sqlite:" + directory_.string()});
        db::migrate(*database_, schema_of_test);
        lanes_ = db::start_lanes(*database_, lane_options_);
        world_.reset(new World{*database_, *lanes_, clock_, dice_, ids_, settings_, adapters_});
    }
    ~GroundTest() override
    {
        lanes_.reset();
        world_.reset();
        database_.reset();
        std::filesystem::remove_all(directory_);
    }

    void write(const std::function<void(WriteCtx&)>& verb)
    {
        write_in_lane(*world_, nobody_, 0, [&](WriteCtx& ctx) {
            verb(ctx);
            return true;
        });
    }
    template <class Out>
    Out read(const std::function<Out(db::ReadTx&)>& look)
    {
        Out out{};
        read_now(*world_, nobody_, [&](ReadCtx& ctx) { out = look(ctx.tx); });
        return out;
    }

    static std::filesystem::path fresh_directory()
    {
        std::string path = (std::filesystem::temp_directory_path() / "meadow-ground-XXXXXX").string();
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make " + path);
        return path;
    }

    const std::filesystem::path directory_;
    const Who nobody_;
    FakeClock clock_{*parse_instant("2030-11-11 12:00")};
    SeededDice dice_{1};
    IdSource ids_{clock_, 0};
    SettingsBook settings_;
    Adapters adapters_;
    const db::LaneOptions lane_options_{.queue = 8};
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<db::Lanes> lanes_;
    std::unique_ptr<World> world_;
};

}  // namespace meadow::jobs
