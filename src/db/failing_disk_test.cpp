#include "db/failing_disk_test.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace meadow::db {

struct FailingDisk::State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs vfs{};
    sqlite3_io_methods methods{};
    std::atomic<bool> refuses_syncs{false}, full{false};
    std::atomic<int> syncs{0};
};

namespace {

// What SQLite holds for an open file: ours, and behind it in the same memory the real one.
struct File {
    sqlite3_file base;
    FailingDisk::State* disk;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

// Hands a call over to the real file.
template <auto Method, class... Args>
auto pass(sqlite3_file* file, Args... args)
{
    sqlite3_file* const real = ours(file).real();
    return (real->pMethods->*Method)(real, args...);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    File& self = ours(file);
    sqlite3_int64 size = 0;
    if (self.disk->full && self.real()->pMethods->xFileSize(self.real(), &size) == SQLITE_OK && at + count > size) return SQLITE_FULL;
    return pass<&sqlite3_io_methods::xWrite>(file, bytes, count, at);
}

int sync(sqlite3_file* file, int flags)
{
    FailingDisk::State& disk = *ours(file).disk;
    if (disk.refuses_syncs) return SQLITE_IOERR_FSYNC;
    ++disk.syncs;
    return pass<&sqlite3_io_methods::xSync>(file, flags);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    auto& disk = *static_cast<FailingDisk::State*>(vfs->pAppData);
    File& self = ours(file);
    std::memset(&self, 0, std::size_t(vfs->szOsFile));
    self.disk = &disk;
    const int code = disk.real->xOpen(disk.real, name, self.real(), flags, out_flags);
    if (self.real()->pMethods != nullptr) self.base.pMethods = &disk.methods;
    return code;
}

sqlite3_io_methods methods_of_ours()
{
    using M = sqlite3_io_methods;
    M out{};
    out.iVersion = 3;
    out.xClose = &pass<&M::xClose>;
    out.xRead = &pass<&M::xRead, void*, int, sqlite3_int64>;
    out.xWrite = &write;
    out.xTruncate = &pass<&M::xTruncate, sqlite3_int64>;
    out.xSync = &sync;
    out.xFileSize = &pass<&M::xFileSize, sqlite3_int64*>;
    out.xLock = &pass<&M::xLock, int>;
    out.xUnlock = &pass<&M::xUnlock, int>;
    out.xCheckReservedLock = &pass<&M::xCheckReservedLock, int*>;
    out.xFileControl = &pass<&M::xFileControl, int, void*>;
    out.xSectorSize = &pass<&M::xSectorSize>;
    out.xDeviceCharacteristics = &pass<&M::xDeviceCharacteristics>;
    out.xShmMap = &pass<&M::xShmMap, int, int, int, void volatile**>;
    out.xShmLock = &pass<&M::xShmLock, int, int, int>;
    out.xShmBarrier = &pass<&M::xShmBarrier>;
    out.xShmUnmap = &pass<&M::xShmUnmap, int>;
    out.xFetch = &pass<&M::xFetch, sqlite3_int64, int, void**>;
    out.xUnfetch = &pass<&M::xUnfetch, sqlite3_int64, void*>;
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
int FailingDisk::syncs() const { return state_->syncs; }

}  // namespace meadow::db
