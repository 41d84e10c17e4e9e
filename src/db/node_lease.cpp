#include "db/node_lease.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include "db/postgres_lease.hpp"

namespace meadow::db {
namespace {

class FileLease final : public NodeLease {
public:
    explicit FileLease(const std::filesystem::path& directory) : path_(directory / "meadow.lock")
    {
        std::filesystem::create_directories(directory);
        file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file_ < 0) throw Fault(Fault::Kind::broken, "cannot open " + path_.string() + ": " + std::strerror(errno));
        if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
            const std::string other = holder();
            ::close(file_);
            throw Fault(Fault::Kind::busy, "another meadow process" + other + " uses " + directory.string() +
                                               "; SQLite serves one server process, stop the other one or use PostgreSQL");
        }
        write_holder();
    }
    FileLease(const FileLease&) = delete;
    ~FileLease() override { ::close(file_); }  // the file stays: removing it would let two processes lock two files

    int number() const override { return 0; }
    bool is_held() const noexcept override { return held_; }

    // The lock is on the file that was opened; it protects the directory only while that file is the one found there.
    bool check() noexcept override
    {
        struct stat ours {}, there {};
        const bool same = fstat(file_, &ours) == 0 && stat(path_.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
                          ours.st_dev == there.st_dev;
        if (!same) held_ = false;
        return held_;
    }

private:
    std::string holder() const
    {
        char text[32];
        const ssize_t got = pread(file_, text, sizeof text, 0);
        if (got <= 0) return "";
        std::string digits(text, std::size_t(got));
        digits.resize(std::min(digits.find('\n'), digits.size()));
        return " (number " + digits + ")";
    }

    // For the message of a process that is refused; the lock does not depend on it.
    void write_holder() const
    {
        const std::string text = std::to_string(getpid()) + "\n";
        if (ftruncate(file_, 0) != 0 || pwrite(file_, text.data(), text.size(), 0) < 0)
            throw Fault(Fault::Kind::broken, "cannot write " + path_.string() + ": " + std::strerror(errno));
    }

    const std::filesystem::path path_;
    int file_ = -1;
    std::atomic<bool> held_{true};
};

}  // namespace

std::unique_ptr<NodeLease> take_node_lease(const Options& options)
{
    constexpr std::string_view sqlite = "sqlite:";
    if (!options.url.starts_with(sqlite)) return postgres::take_lease(options);
    return std::make_unique<FileLease>(options.url.substr(sqlite.size()));
}

}  // namespace meadow::db
