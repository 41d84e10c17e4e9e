#include "blobs/store.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <system_error>

namespace meadow::blobs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_digits = 64, prefix = 6;  // "ab/cd/"
constexpr const char* unfinished = "unfinished";

[[noreturn]] void broken(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

struct Fd {
    explicit Fd(int n) : number(n) {}
    Fd(const Fd&) = delete;
    ~Fd()
    {
        if (number >= 0) ::close(number);
    }
    const int number;
};

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
    std::string hex;
    for (unsigned i = 0; i < size; ++i) {
        hex += "0123456789abcdef"[digest[i] >> 4];
        hex += "0123456789abcdef"[digest[i] & 15];
    }
    return hex;
}

void write_all(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) broken("write a media file");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_directory(const fs::path& directory)
{
    const Fd fd(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.number < 0 || ::fsync(fd.number) != 0) broken("sync " + directory.string());
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }
bool is_extension(std::string_view text)
{
    return !text.empty() && text.size() <= 8 &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

OpenFile::~OpenFile()
{
    if (fd_ >= 0) ::close(fd_);
}

std::string OpenFile::read() const
{
    std::string out(size_, '\0');
    for (std::size_t at = 0; at < out.size();) {
        const ssize_t got = ::pread(fd_, out.data() + at, out.size() - at, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) broken("read a media file");
        at += static_cast<std::size_t>(got);
    }
    return out;
}

Store::Store(fs::path root) : root_(std::move(root)) { fs::create_directories(root_ / unfinished); }

bool Store::is_name(std::string_view name)
{
    if (name.size() < prefix + hash_digits + 2 || name[2] != '/' || name[5] != '/') return false;
    const std::string_view hash = name.substr(prefix, hash_digits), rest = name.substr(prefix + hash_digits);
    return std::all_of(hash.begin(), hash.end(), is_hex) && name.substr(0, 2) == hash.substr(0, 2) &&
           name.substr(3, 2) == hash.substr(2, 2) && rest[0] == '.' && is_extension(rest.substr(1));
}

std::string Store::put(std::string_view bytes, std::string_view extension)
{
    assert(is_extension(extension));
    const std::string hash = sha256_hex(bytes);
    const std::string name = hash.substr(0, 2) + '/' + hash.substr(2, 2) + '/' + hash + '.' + std::string(extension);
    // Only complete, synced files ever get their name. Its time is set anew, so that a sweep sees somebody relies on it again.
    if (exists(name) && ::utimensat(AT_FDCWD, (root_ / name).c_str(), nullptr, 0) == 0) return name;

    std::string draft = (root_ / unfinished / "XXXXXX").string();
    {
        const Fd fd(::mkostemp(draft.data(), O_CLOEXEC));
        if (fd.number < 0) broken("create " + draft);
        try {
            write_all(fd.number, bytes);
            if (::fchmod(fd.number, 0644) != 0 || ::fsync(fd.number) != 0) broken("sync " + draft);
        } catch (...) {
            ::unlink(draft.c_str());
            throw;
        }
    }
    const fs::path home = root_ / fs::path(name).parent_path();
    const bool new_home = fs::create_directories(home);
    if (::rename(draft.c_str(), (root_ / name).c_str()) != 0) {
        const int error = errno;
        ::unlink(draft.c_str());
        errno = error;
        broken("name " + name);
    }
    sync_directory(home);
    if (new_home) {
        sync_directory(home.parent_path());
        sync_directory(root_);
    }
    return name;
}

bool Store::exists(std::string_view name) const
{
    struct stat info {};
    return is_name(name) && ::lstat((root_ / name).c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

std::optional<OpenFile> Store::open(std::string_view name) const
{
    if (!is_name(name)) return {};
    const int fd = ::open((root_ / name).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) return {};
    if (fd < 0) broken("open " + std::string(name));
    struct stat info {};
    OpenFile file(fd, ::fstat(fd, &info) == 0 ? static_cast<std::uint64_t>(info.st_size) : 0);
    if (!S_ISREG(info.st_mode)) return {};
    return file;
}

bool Store::remove(std::string_view name)
{
    if (!is_name(name)) return false;
    if (::unlink((root_ / name).c_str()) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR) broken("remove " + std::string(name));
    return false;
}

std::string Store::path_of(std::string_view name) const
{
    assert(is_name(name));
    return (root_ / name).string();
}

bool Store::remove_old(std::string_view name, fs::file_time_type before)
{
    if (!is_name(name)) return false;
    std::error_code gone;
    const auto written = fs::last_write_time(root_ / name, gone);
    return !gone && written < before && remove(name);
}

void Store::list(const std::function<void(const Entry&)>& each) const
{
    for (int shelf = 0; shelf < shelves; ++shelf) list_shelf(shelf, each);
}

void Store::list_shelf(int shelf, const std::function<void(const Entry&)>& each) const
{
    constexpr std::string_view digits = "0123456789abcdef";
    const fs::path home = root_ / std::string{digits[std::size_t(shelf) / 16], digits[std::size_t(shelf) % 16]};
    std::error_code missing;  // a shelf nothing was put on yet
    for (auto it = fs::recursive_directory_iterator(home, missing); it != fs::recursive_directory_iterator(); ++it) {
        const std::string name = it->path().lexically_relative(root_).generic_string();
        std::error_code gone;  // another process may remove it under our hands
        if (!is_name(name) || !it->is_regular_file(gone)) continue;
        const std::uint64_t size = it->file_size(gone);
        const auto written = it->last_write_time(gone);
        if (!gone) each({name, size, written});
    }
}

Usage Store::usage() const
{
    Usage sum;
    list([&](const Entry& entry) {
        ++sum.files;
        sum.bytes += entry.size;
    });
    return sum;
}

std::size_t Store::sweep_unfinished(fs::file_time_type before)
{
    std::size_t count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(root_ / unfinished)) {
        std::error_code gone;
        const auto written = entry.last_write_time(gone);
        if (!gone && written < before && fs::remove(entry.path(), gone)) ++count;
    }
    return count;
}

}  // namespace meadow::blobs
