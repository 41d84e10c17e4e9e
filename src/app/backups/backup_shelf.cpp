#include "app/backups/backup_shelf.hpp"

#include <algorithm>

#include "app/backups/restore_backup.hpp"
#include "jobs/log.hpp"

namespace meadow::app {
namespace {

namespace fs = std::filesystem;
using operations::BackupState;
using operations::BackupView;

constexpr std::string_view part = ".part";         // of one that is being made (take_backup)
constexpr std::string_view before = "before-";     // a migration (opening.cpp)

// What the manifest says; the files themselves are only looked at by a check.
BackupView view_of(const fs::path& backup)
{
    BackupView view;
    view.name = backup.filename().string();
    try {
        const Manifest manifest = read_manifest(backup);
        view.state = BackupState::made;
        view.taken_at = manifest.taken_at;
        view.bytes = manifest.media.bytes;
        for (const KeptFile& file : manifest.files) view.bytes += file.bytes;
        for (const db::TableRows& table : manifest.rows) view.rows += table.rows;
        view.media_files = manifest.media.files;
    } catch (const std::exception& e) {
        view.state = BackupState::broken;
        view.fault = e.what();
    }
    return view;
}

}  // namespace

std::vector<BackupView> BackupShelf::list() const
{
    std::vector<BackupView> out;
    const std::lock_guard lock(mutex_);
    if (fs::exists(place()))
        for (const auto& entry : fs::directory_iterator(place()))
            if (entry.is_directory() && !entry.path().filename().string().ends_with(part)) out.push_back(view_of(entry.path()));
    for (BackupView& view : out) {
        if (const auto found = findings_.find(view.name); found != findings_.end()) {
            view.checked_at = found->second.at;
            view.fault = found->second.fault;
            view.state = view.fault.empty() ? BackupState::whole : BackupState::broken;
        }
        if (view.name == busy_with_) view.state = busy_how_;
    }
    if (!busy_with_.empty() && busy_how_ == BackupState::making) out.push_back({busy_with_, BackupState::making, {}, {}, 0, 0, 0, ""});
    std::sort(out.begin(), out.end(), [](const BackupView& a, const BackupView& b) {
        return std::pair(!a.taken_at, a.taken_at.value_or(Instant{})) > std::pair(!b.taken_at, b.taken_at.value_or(Instant{}));
    });
    return out;
}

bool BackupShelf::begin(const std::string& name, BackupState how, std::function<void()> work)
{
    const std::lock_guard lock(mutex_);
    if (!busy_with_.empty()) return false;
    const bool taken = pool_.submit([this, name, work = std::move(work)](int) {
        std::string fault;
        try {
            work();
        } catch (const std::exception& e) {
            fault = e.what();
            log::error("a backup went wrong", {{"backup", name}, {"error", fault}});
        }
        find(name, std::move(fault));
    });
    if (taken) {
        busy_with_ = name;
        busy_how_ = how;
    }
    return taken;
}

void BackupShelf::find(const std::string& name, std::string fault)
{
    const std::lock_guard lock(mutex_);
    if (busy_how_ == BackupState::checking || !fault.empty()) findings_[name] = {clock_.now(), std::move(fault)};
    busy_with_.clear();
}

bool BackupShelf::make(const std::string& name)
{
    if (fs::exists(place() / name)) return true;
    return begin(name, BackupState::making, [this, name] {
        fs::create_directories(place());
        take_backup({database_, data_, place() / name, MediaCopies::shared}, clock_);
    });
}

bool BackupShelf::check(const std::string& name)
{
    return begin(name, BackupState::checking, [this, name] { verify_backup(place() / name); });
}

const Setting<std::int64_t> kept_before_migrations{"backups.kept_before_migrations", 5, "How many of the backups made before migrations are kept"};

std::size_t prune_backups(const fs::path& place, std::int64_t keep)
{
    if (!fs::exists(place)) return 0;
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(place)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory() && name.starts_with(before) && !name.ends_with(part)) all.push_back(entry.path());
    }
    std::sort(all.begin(), all.end());   // their names end in the time they were made at
    const std::size_t surplus = std::size_t(std::max<std::int64_t>(0, std::int64_t(all.size()) - std::max<std::int64_t>(1, keep)));
    for (std::size_t i = 0; i < surplus; ++i) fs::remove_all(all[i]);
    return surplus;
}

}  // namespace meadow::app
