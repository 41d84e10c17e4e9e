// Media files by what is in them: `ab/cd/<sha256>.<ext>` under one directory. The same bytes are one file, whoever brings them and
// however often; a file never changes, so it can be cached for ever. Nothing outside the directory is ever touched.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace meadow::blobs {

// An open file; closed with the object.
class OpenFile {
public:
    OpenFile(int fd, std::uint64_t size) : fd_(fd), size_(size) {}
    OpenFile(OpenFile&& other) noexcept : fd_(other.fd_), size_(other.size_) { other.fd_ = -1; }
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile();

    int fd() const { return fd_; }  // for sendfile() and pread()
    std::uint64_t size() const { return size_; }
    std::string read() const;  // all of it; for small files

private:
    int fd_;
    std::uint64_t size_;
};

struct Entry {
    std::string name;
    std::uint64_t size;
    std::filesystem::file_time_type written;
};

struct Usage {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
};

// Files are kept on this many shelves, by the first byte of their hash.
inline constexpr int shelves = 256;

// Safe to use from any number of threads and processes at once. A broken disk is a fault: std::system_error.
class Store {
public:
    explicit Store(std::filesystem::path root);  // made when it is not there

    // Writes the bytes and answers their name once they are durable (file and directory synced). A reader sees the whole file or
    // none. A file that is there already counts as written now. `extension`: 1…8 of a–z and 0–9.
    std::string put(std::string_view bytes, std::string_view extension);

    // Any text may be given as a name; one that put() could not have made is simply not there.
    bool exists(std::string_view name) const;
    std::optional<OpenFile> open(std::string_view name) const;
    std::string path_of(std::string_view name) const;  // for sending it; of a name put() could not have made: a bug
    bool remove(std::string_view name);  // was it there?
    bool remove_old(std::string_view name, std::filesystem::file_time_type before);  // only if it was written before

    // Calls `each` for every stored file in no promised order; a sweep removes those the database does not know and that are older
    // than any upload under way. May be long: for background jobs.
    void list(const std::function<void(const Entry&)>& each) const;
    void list_shelf(int shelf, const std::function<void(const Entry&)>& each) const;  // 0 … shelves - 1
    Usage usage() const;

    // Deletes what crashes in the middle of put() left behind, if written before `before`. Answers how many.
    std::size_t sweep_unfinished(std::filesystem::file_time_type before);

    static bool is_name(std::string_view name);

private:
    const std::filesystem::path root_;
};

}  // namespace meadow::blobs
