// A file system for SQLite that stands on another one: what the methods of its files do where they do nothing of their own.
// `File` is what SQLite holds for an open file: it begins with a sqlite3_file, and real() is the one that it stands on.
#pragma once
#include <sqlite3.h>

namespace meadow::db::sqlite {

template <class File>
File& ours(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file);
}

// Hands a call over to the real file.
template <class File, auto Method, class... Args>
auto pass(sqlite3_file* file, Args... args)
{
    sqlite3_file* const real = ours<File>(file).real();
    return (real->pMethods->*Method)(real, args...);
}

template <class File>
sqlite3_io_methods passing_methods()
{
    using M = sqlite3_io_methods;
    M out{};
    out.iVersion = 3;
    out.xClose = &pass<File, &M::xClose>;
    out.xRead = &pass<File, &M::xRead, void*, int, sqlite3_int64>;
    out.xWrite = &pass<File, &M::xWrite, const void*, int, sqlite3_int64>;
    out.xTruncate = &pass<File, &M::xTruncate, sqlite3_int64>;
    out.xSync = &pass<File, &M::xSync, int>;
    out.xFileSize = &pass<File, &M::xFileSize, sqlite3_int64*>;
    out.xLock = &pass<File, &M::xLock, int>;
    out.xUnlock = &pass<File, &M::xUnlock, int>;
    out.xCheckReservedLock = &pass<File, &M::xCheckReservedLock, int*>;
    out.xFileControl = &pass<File, &M::xFileControl, int, void*>;
    out.xSectorSize = &pass<File, &M::xSectorSize>;
    out.xDeviceCharacteristics = &pass<File, &M::xDeviceCharacteristics>;
    out.xShmMap = &pass<File, &M::xShmMap, int, int, int, void volatile**>;
    out.xShmLock = &pass<File, &M::xShmLock, int, int, int>;
    out.xShmBarrier = &pass<File, &M::xShmBarrier>;
    out.xShmUnmap = &pass<File, &M::xShmUnmap, int>;
    out.xFetch = &pass<File, &M::xFetch, sqlite3_int64, int, void**>;
    out.xUnfetch = &pass<File, &M::xUnfetch, sqlite3_int64, void*>;
    return out;
}

}  // namespace meadow::db::sqlite
