#include "db/failing_disk_test.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "db/sqlite_file.hpp"

namespace meadow::db {

struct FailingDisk::State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs vfs{};
    sqlite3_io_methods methods{};
    std::atomic<bool> refuses_syncs{false}, full{false};
    std::atomic<int> syncs{0};
    std::mutex mutex;
    std::condition_variable goes_on;
    std::thread::id holder;  // whose own syncs are not held
    int waiting = 0;
    std::map<std::string, std::string> logs;  // for each byte of each log one of these
    static constexpr char written = 'w', synced = 's', dropped = 'd';
};

namespace {

// What SQLite holds for an open file: ours, and behind it in the same memory the real one.
struct File {
    sqlite3_file base;
    FailingDisk::State* disk;
    const char* log;  // its name, if it is one
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

using sqlite::ours;
using sqlite::pass;

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    File& self = ours<File>(file);
    sqlite3_int64 size = 0;
    if (self.disk->full && self.real()->pMethods->xFileSize(self.real(), &size) == SQLITE_OK && at + count > size) return SQLITE_FULL;
    if (self.log != nullptr) {
        const std::lock_guard lock(self.disk->mutex);
        std::string& marks = self.disk->logs[self.log];
        marks.resize(std::max(marks.size(), std::size_t(at + count)), FailingDisk::State::dropped);
        std::fill_n(marks.begin() + at, count, FailingDisk::State::written);
    }
    return pass<File, &sqlite3_io_methods::xWrite>(file, bytes, count, at);
}

int sync(sqlite3_file* file, int flags)
{
    FailingDisk::State& disk = *ours<File>(file).disk;
    {
        std::unique_lock lock(disk.mutex);
        ++disk.waiting;
        disk.goes_on.notify_all();
        disk.goes_on.wait(lock, [&] { return disk.holder == std::thread::id{} || disk.holder == std::this_thread::get_id(); });
        --disk.waiting;
    }
    if (const char* const log = ours<File>(file).log) {
        const std::lock_guard lock(disk.mutex);
        std::string& marks = disk.logs[log];
        const char now = disk.refuses_syncs ? FailingDisk::State::dropped : FailingDisk::State::synced;
        std::replace(marks.begin(), marks.end(), FailingDisk::State::written, now);
    }
    if (disk.refuses_syncs) return SQLITE_IOERR_FSYNC;
    ++disk.syncs;
    return pass<File, &sqlite3_io_methods::xSync>(file, flags);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    auto& disk = *static_cast<FailingDisk::State*>(vfs->pAppData);
    File& self = ours<File>(file);
    std::memset(&self, 0, std::size_t(vfs->szOsFile));
    self.disk = &disk;
    if ((flags & SQLITE_OPEN_WAL) != 0) self.log = name;
    const int code = disk.real->xOpen(disk.real, name, self.real(), flags, out_flags);
    if (self.real()->pMethods != nullptr) self.base.pMethods = &disk.methods;
    return code;
}

sqlite3_io_methods methods_of_ours()
{
    sqlite3_io_methods out = sqlite::passing_methods<File>();
    out.xWrite = &write;
    out.xSync = &sync;
    return out;
}

}  // namespace

FailingDisk::FailingDisk() : state_(std::make_unique<State>())
{
    sqlite3_initialize();
    state_->real = sqlite3_vfs_find(nullptr);
    state_->methods = methods_of_ours();
    state_->vfs = *state_->real;
    state_->vfs.zName = "failing_disk";
    state_->vfs.pNext = nullptr;
    state_->vfs.szOsFile = int(sizeof(File)) + state_->real->szOsFile;
    state_->vfs.pAppData = state_.get();
    state_->vfs.xOpen = &open_file;
    // The rest of the real one's functions look at their own pAppData, so they are given the real one.
    state_->vfs.xDelete = [](sqlite3_vfs* v, const char* name, int dir) {
        auto* real = static_cast<State*>(v->pAppData)->real;
        return real->xDelete(real, name, dir);
    };
    state_->vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* out) {
        auto* real = static_cast<State*>(v->pAppData)->real;
        return real->xAccess(real, name, flags, out);
    };
    state_->vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* out) {
        auto* real = static_cast<State*>(v->pAppData)->real;
        return real->xFullPathname(real, name, size, out);
    };
    sqlite3_vfs_register(&state_->vfs, 1);
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&state_->vfs);
    sqlite3_vfs_register(state_->real, 1);
}

void FailingDisk::refuse_syncs(bool yes) { state_->refuses_syncs = yes; }
void FailingDisk::be_full(bool yes) { state_->full = yes; }
void FailingDisk::hold_syncs(bool yes)
{
    const std::lock_guard lock(state_->mutex);
    state_->holder = yes ? std::this_thread::get_id() : std::thread::id{};
    state_->goes_on.notify_all();
}
void FailingDisk::await_sync()
{
    std::unique_lock lock(state_->mutex);
    state_->goes_on.wait(lock, [&] { return state_->waiting > 0; });
}
void FailingDisk::cut_power(const std::filesystem::path& home, const std::filesystem::path& copy)
{
    const std::lock_guard lock(state_->mutex);
    std::filesystem::create_directories(copy);
    for (const auto& file : std::filesystem::directory_iterator(home)) {
        const std::string name = file.path().filename().string();
        if (name.ends_with("-shm") || !file.is_regular_file()) continue;
        std::filesystem::copy_file(file, copy / name, std::filesystem::copy_options::overwrite_existing);
        const auto log = state_->logs.find(file.path().string());
        if (log == state_->logs.end()) continue;
        std::fstream bytes(copy / name, std::ios::in | std::ios::out | std::ios::binary);
        for (std::size_t at = 0; at < log->second.size(); ++at)
            if (log->second[at] != State::synced) bytes.seekp(std::streamoff(at)).put(0);
    }
}
int FailingDisk::syncs() const { return state_->syncs; }

}  // namespace meadow::db
