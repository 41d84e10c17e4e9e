#include "db/sqlite_wal.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

namespace meadow::db::sqlite {
namespace {

constexpr std::size_t most_gathered = 1 << 20;  // bytes; what is more goes to the disk before the sync
constexpr std::size_t most_at_once = 1 << 16;   // SQLite's own file system looks at 17 bits of a count

thread_local std::uint64_t waited_us = 0;

// What SQLite holds for an open file: ours, which knows the real one.
struct File {
    sqlite3_file base{};
    std::unique_ptr<char[]> memory;  // of the real one
    bool is_log = false;
    sqlite3_int64 start = 0;         // where in the log the gathered bytes belong
    std::vector<char> gathered;

    sqlite3_file* real() const { return reinterpret_cast<sqlite3_file*>(memory.get()); }
};

File& ours(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

// Hands a call over to the real file.
template <auto Method, class... Args>
int pass(sqlite3_file* file, Args... args)
{
    sqlite3_file* const real = ours(file).real();
    return (real->pMethods->*Method)(real, args...);
}

// After a failure nothing is kept: SQLite takes the transaction back and writes the next one in its place.
int hand_over(File& file)
{
    if (file.gathered.empty()) return SQLITE_OK;
    sqlite3_file* const real = file.real();
    int code = SQLITE_OK;
    for (std::size_t from = 0; from < file.gathered.size() && code == SQLITE_OK; from += most_at_once) {
        const std::size_t count = std::min(most_at_once, file.gathered.size() - from);
        code = real->pMethods->xWrite(real, file.gathered.data() + from, int(count), file.start + sqlite3_int64(from));
    }
    file.gathered.clear();
    return code;
}

// The same as pass(), for what would see or change the bytes that are still here.
template <auto Method, class... Args>
int pass_after(sqlite3_file* file, Args... args)
{
    const int code = hand_over(ours(file));
    return code != SQLITE_OK ? code : pass<Method>(file, args...);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    File& self = ours(file);
    if (!self.is_log) return pass<&sqlite3_io_methods::xWrite>(file, bytes, count, at);
    const bool follows = at == self.start + sqlite3_int64(self.gathered.size());
    if (!self.gathered.empty() && (!follows || self.gathered.size() + std::size_t(count) > most_gathered)) {
        if (const int code = hand_over(self); code != SQLITE_OK) return code;
    }
    if (self.gathered.empty()) self.start = at;
    try {
        self.gathered.insert(self.gathered.end(), static_cast<const char*>(bytes), static_cast<const char*>(bytes) + count);
    } catch (const std::bad_alloc&) {
        self.gathered.clear();
        return SQLITE_NOMEM;
    }
    return SQLITE_OK;
}

int sync(sqlite3_file* file, int flags)
{
    if (const int code = hand_over(ours(file)); code != SQLITE_OK) return code;
    const auto start = std::chrono::steady_clock::now();
    const int code = pass<&sqlite3_io_methods::xSync>(file, flags);
    waited_us += std::uint64_t(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
    return code;
}

int close(sqlite3_file* file)
{
    File& self = ours(file);
    const int handed = hand_over(self);
    const int closed = pass<&sqlite3_io_methods::xClose>(file);
    self.~File();
    return handed != SQLITE_OK ? handed : closed;
}

sqlite3_io_methods methods()
{
    using M = sqlite3_io_methods;
    M out{};
    out.iVersion = 3;
    out.xClose = &close;
    out.xRead = &pass_after<&M::xRead, void*, int, sqlite3_int64>;
    out.xWrite = &write;
    out.xTruncate = &pass_after<&M::xTruncate, sqlite3_int64>;
    out.xSync = &sync;
    out.xFileSize = &pass_after<&M::xFileSize, sqlite3_int64*>;
    out.xLock = &pass<&M::xLock, int>;
    out.xUnlock = &pass<&M::xUnlock, int>;
    out.xCheckReservedLock = &pass<&M::xCheckReservedLock, int*>;
    out.xFileControl = &pass<&M::xFileControl, int, void*>;
    out.xSectorSize = &pass<&M::xSectorSize>;
    out.xDeviceCharacteristics = &pass<&M::xDeviceCharacteristics>;
    out.xShmMap = &pass<&M::xShmMap, int, int, int, void volatile**>;
    out.xShmLock = &pass<&M::xShmLock, int, int, int>;
    out.xShmBarrier = [](sqlite3_file* file) { ours(file).real()->pMethods->xShmBarrier(ours(file).real()); };
    out.xShmUnmap = &pass<&M::xShmUnmap, int>;
    out.xFetch = &pass<&M::xFetch, sqlite3_int64, int, void**>;
    out.xUnfetch = &pass<&M::xUnfetch, sqlite3_int64, void*>;
    return out;
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    static const sqlite3_io_methods ours_do = methods();
    sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
    file->pMethods = nullptr;  // SQLite closes what has methods, even when it could not be opened
    std::unique_ptr<char[]> memory(new (std::nothrow) char[std::size_t(real->szOsFile)]());
    if (!memory) return SQLITE_NOMEM;
    auto* const behind = reinterpret_cast<sqlite3_file*>(memory.get());
    const int code = real->xOpen(real, name, behind, flags, out_flags);
    if (behind->pMethods == nullptr) return code;
    File& self = *new (file) File;
    self.base.pMethods = &ours_do;
    self.memory = std::move(memory);
    self.is_log = (flags & SQLITE_OPEN_WAL) != 0;
    return code;
}

sqlite3_vfs* make_vfs()
{
    sqlite3_initialize();
    static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);  // what is not replaced here is asked of the platform's own
    vfs.zName = "meadow";
    vfs.pNext = nullptr;
    vfs.szOsFile = int(sizeof(File));
    vfs.xOpen = &open_file;
    vfs.xDelete = [](sqlite3_vfs*, const char* name, int dir) {
        sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
        return real->xDelete(real, name, dir);
    };
    vfs.xAccess = [](sqlite3_vfs*, const char* name, int how, int* out) {
        sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
        return real->xAccess(real, name, how, out);
    };
    vfs.xFullPathname = [](sqlite3_vfs*, const char* name, int size, char* out) {
        sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
        return real->xFullPathname(real, name, size, out);
    };
    sqlite3_vfs_register(&vfs, 0);
    return &vfs;
}

}  // namespace

const char* gathering_vfs()
{
    static const sqlite3_vfs* const vfs = make_vfs();
    return vfs->zName;
}

std::uint64_t synced_us() { return waited_us; }

}  // namespace meadow::db::sqlite
