#include "db/sqlite_wal.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

#include "db/sqlite_file.hpp"

namespace meadow::db::sqlite {
namespace {

constexpr std::size_t most_gathered = 1 << 20;  // bytes; what is more goes to the disk before the commit
constexpr std::size_t most_at_once = 1 << 16;   // SQLite's own file system looks at 17 bits of a count
constexpr std::size_t most_unsynced = 1 << 24;  // bytes remembered; beyond it the log is synced at once, so that memory stays bounded
constexpr std::size_t most_spare = 2;           // buffers kept for reuse

// A stretch of the log that was written and may not be on the disk yet.
struct Piece {
    sqlite3_int64 start = 0;
    std::vector<char> bytes;
};

// What SQLite holds for an open file: ours, which knows the real one.
struct File {
    sqlite3_file base{};
    std::unique_ptr<char[]> memory;  // of the real one
    bool is_log = false;

    // The connection's own thread.
    Piece gathered;                  // not yet written
    bool puts_off = false;           // syncs
    bool strict = false;             // the next sync must not be put off: the log begins anew

    std::mutex syncing;              // taken before `mutex`: Linux reports what it could not write to one sync only
    std::mutex mutex;                // of what follows
    std::vector<Piece> unsynced;     // in the order of being written
    std::size_t committed = 0;       // of them, the first ones: SQLite will not take them back
    std::vector<std::vector<char>> spare;
    int begun = 0;                   // how often the log has begun anew
    bool in_doubt = false;           // a sync has failed: the disk may lack any of `unsynced`

    sqlite3_file* real() const { return reinterpret_cast<sqlite3_file*>(memory.get()); }
    bool remembers_much()
    {
        const std::lock_guard lock(mutex);
        std::size_t bytes = 0;
        for (const Piece& piece : unsynced) bytes += piece.bytes.size();
        return bytes > most_unsynced;
    }
};

using M = sqlite3_io_methods;

int write_piece(File& file, const Piece& piece)
{
    sqlite3_file* const real = file.real();
    int code = SQLITE_OK;
    for (std::size_t from = 0; from < piece.bytes.size() && code == SQLITE_OK; from += most_at_once) {
        const std::size_t count = std::min(most_at_once, piece.bytes.size() - from);
        code = real->pMethods->xWrite(real, piece.bytes.data() + from, int(count), piece.start + sqlite3_int64(from));
    }
    return code;
}

void forget(File& file, std::vector<Piece>& pieces, std::size_t from = 0)
{
    for (std::size_t i = from; i < pieces.size() && file.spare.size() < most_spare; ++i) file.spare.push_back(std::move(pieces[i].bytes));
    pieces.resize(from);
}

void remember(File& file, Piece&& piece)
{
    const std::lock_guard lock(file.mutex);
    if (piece.start == 0) {  // all that the log held is in the database, and synced there
        forget(file, file.unsynced);
        file.committed = 0;
        ++file.begun;
    }
    file.unsynced.push_back(std::move(piece));
    piece.bytes.clear();
    if (file.spare.empty()) return;
    piece.bytes = std::move(file.spare.back());
    file.spare.pop_back();
    piece.bytes.clear();
}

// On the connection's own thread, so that nothing is written between what is written again and the sync.
int sync_strictly(File& file, int flags)
{
    const std::lock_guard alone(file.syncing);
    const std::lock_guard lock(file.mutex);
    if (file.in_doubt)
        for (const Piece& piece : file.unsynced)
            if (const int code = write_piece(file, piece); code != SQLITE_OK) return code;
    const int code = file.real()->pMethods->xSync(file.real(), flags);
    file.in_doubt = code != SQLITE_OK;
    if (code == SQLITE_OK) {
        file.committed = 0;
        file.strict = false;
    }
    forget(file, file.unsynced, file.committed);  // SQLite takes back what it could not commit
    return code;
}

// After a failure nothing is kept: SQLite takes the transaction back and writes the next one in its place.
int hand_over(File& file)
{
    if (file.gathered.bytes.empty()) return SQLITE_OK;
    const int code = write_piece(file, file.gathered);
    if (file.gathered.start == 0) file.strict = true;
    if (code != SQLITE_OK) {
        file.gathered.bytes.clear();
        return code;
    }
    remember(file, std::move(file.gathered));
    return file.remembers_much() ? sync_strictly(file, SQLITE_SYNC_NORMAL) : SQLITE_OK;  // a migration may write gigabytes in one transaction
}

// The same as pass(), for what would see or change the bytes that are still here.
template <auto Method, class... Args>
int pass_after(sqlite3_file* file, Args... args)
{
    const int code = hand_over(ours<File>(file));
    return code != SQLITE_OK ? code : pass<File, Method>(file, args...);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    File& self = ours<File>(file);
    if (!self.is_log) return pass<File, &M::xWrite>(file, bytes, count, at);
    std::vector<char>& gathered = self.gathered.bytes;
    const bool follows = at == self.gathered.start + sqlite3_int64(gathered.size());
    if (!gathered.empty() && (!follows || gathered.size() + std::size_t(count) > most_gathered)) {
        if (const int code = hand_over(self); code != SQLITE_OK) return code;
    }
    if (gathered.empty()) self.gathered.start = at;
    try {
        gathered.insert(gathered.end(), static_cast<const char*>(bytes), static_cast<const char*>(bytes) + count);
    } catch (const std::bad_alloc&) {
        gathered.clear();
        return SQLITE_NOMEM;
    }
    return SQLITE_OK;
}

bool puts_off(File& file)
{
    if (!file.puts_off || file.strict) return false;
    const std::lock_guard lock(file.mutex);
    if (file.in_doubt) return false;
    file.committed = file.unsynced.size();
    return true;
}

int sync(sqlite3_file* file, int flags)
{
    File& self = ours<File>(file);
    if (!self.is_log) return pass<File, &M::xSync>(file, flags);
    if (const int code = hand_over(self); code != SQLITE_OK) return code;
    return puts_off(self) ? SQLITE_OK : sync_strictly(self, flags);
}

int close(sqlite3_file* file)
{
    File& self = ours<File>(file);
    const int handed = hand_over(self);
    const int closed = pass<File, &M::xClose>(file);
    self.~File();
    return handed != SQLITE_OK ? handed : closed;
}

sqlite3_io_methods methods()
{
    M out = passing_methods<File>();
    out.xClose = &close;
    out.xRead = &pass_after<&M::xRead, void*, int, sqlite3_int64>;
    out.xWrite = &write;
    out.xTruncate = &pass_after<&M::xTruncate, sqlite3_int64>;
    out.xSync = &sync;
    out.xFileSize = &pass_after<&M::xFileSize, sqlite3_int64*>;
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

sqlite3_file* log_of(sqlite3* db)
{
    sqlite3_file* log = nullptr;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return log;
}

void put_off_syncs(sqlite3_file* log, bool yes) { ours<File>(log).puts_off = yes; }

int sync_log_again(sqlite3_file* log) { return sync_strictly(ours<File>(log), SQLITE_SYNC_NORMAL); }

int sync_log(sqlite3_file* log)
{
    File& self = ours<File>(log);
    const std::lock_guard alone(self.syncing);
    std::vector<Piece> covered;
    int begun = 0;
    {
        const std::lock_guard lock(self.mutex);
        if (self.in_doubt) return SQLITE_IOERR_FSYNC;
        covered.swap(self.unsynced);
        self.committed = 0;
        begun = self.begun;
    }
    const int code = self.real()->pMethods->xSync(self.real(), SQLITE_SYNC_NORMAL);
    const std::lock_guard lock(self.mutex);
    if (code == SQLITE_OK) {
        forget(self, covered);
        return code;
    }
    self.in_doubt = true;
    if (begun != self.begun) return code;
    self.committed += covered.size();
    self.unsynced.insert(self.unsynced.begin(), std::make_move_iterator(covered.begin()), std::make_move_iterator(covered.end()));
    return code;
}

}  // namespace meadow::db::sqlite
