// The backups below DATA/backups: looked through, made and checked for operators while the town is served.
#pragma once
#include <map>
#include <mutex>

#include "app/backups/take_backup.hpp"
#include "jobs/pool.hpp"
#include "jobs/setting.hpp"
#include "modules/operations/backups/desk.hpp"

namespace meadow::app {

class BackupShelf final : public operations::BackupDesk {
public:
    BackupShelf(db::Options database, std::filesystem::path data, const jobs::Clock& clock)
        : database_(std::move(database)), data_(std::move(data)), clock_(clock)
    {
    }
    std::vector<operations::BackupView> list() const override;
    bool make(const std::string& name) override;
    bool check(const std::string& name) override;

private:
    struct Finding {
        Instant at;
        std::string fault;     // empty: whole
    };
    std::filesystem::path place() const { return data_ / "backups"; }
    bool begin(const std::string& name, operations::BackupState, std::function<void()> work);
    void find(const std::string& name, std::string fault);

    const db::Options database_;
    const std::filesystem::path data_;
    const jobs::Clock& clock_;
    mutable std::mutex mutex_;
    std::string busy_with_;                        // a name, or empty
    operations::BackupState busy_how_{};
    std::map<std::string, Finding> findings_;      // what checks of this process have found
    jobs::Pool pool_{"backups", 1, 1};             // last: its thread uses what stands above
};

// The settings that rule how many backups made before migrations are kept, and who forgets the older ones.
extern const Setting<std::int64_t> kept_before_migrations;
// Removes all but the newest `keep` of the backups below `place` that were made before migrations. Returns how many.
std::size_t prune_backups(const std::filesystem::path& place, std::int64_t keep);

}  // namespace meadow::app
