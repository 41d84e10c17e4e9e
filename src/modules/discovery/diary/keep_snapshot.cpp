#include "modules/discovery/diary/keep_snapshot.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"

namespace meadow::discovery {
namespace {

struct Head {
    char mark[8] = {'M', 'e', 'a', 'd', 'o', 'w', 'D', '1'};
    std::int64_t xid = 0, seq = 0;      // told up to
    std::uint64_t size = 0, sum = 0;    // of what follows
};

// A torn or damaged file must not be believed; nobody forges one.
std::uint64_t sum_of(std::string_view bytes)
{
    std::uint64_t sum = bytes.size();
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
        sum = (sum ^ word) * 0x9E3779B97F4A7C15ull;
        sum ^= sum >> 32;
    }
    return sum;
}

void write_all(int file, const char* from, std::size_t size)
{
    while (size > 0) {
        const ssize_t wrote = ::write(file, from, size);
        if (wrote < 0) throw std::system_error(errno, std::generic_category(), "the snapshot of discovery");
        from += wrote;
        size -= std::size_t(wrote);
    }
}

}  // namespace

void save_snapshot(const Curator& curator, const std::string& path)
{
    const auto [place, bytes] = curator.picture();
    Head head;
    head.xid = place.xid;
    head.seq = place.seq;
    head.size = bytes.size();
    head.sum = sum_of(bytes);
    const std::string fresh = path + ".new";
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error(errno, std::generic_category(), fresh);
    try {
        write_all(file, reinterpret_cast<const char*>(&head), sizeof head);
        write_all(file, bytes.data(), bytes.size());
        if (::fsync(file) != 0) throw std::system_error(errno, std::generic_category(), fresh);
    } catch (...) {
        ::close(file);
        throw;
    }
    ::close(file);
    std::filesystem::rename(fresh, path);
}

namespace {

// A file's bytes without a copy of them.
class Mapped {
public:
    explicit Mapped(const std::string& path)
    {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return;
        struct stat about {};
        if (::fstat(file, &about) == 0 && about.st_size > 0) {
            void* const at = ::mmap(nullptr, std::size_t(about.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
            if (at != MAP_FAILED) bytes_ = {static_cast<const char*>(at), std::size_t(about.st_size)};
        }
        ::close(file);
    }
    Mapped(const Mapped&) = delete;
    ~Mapped() { if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }
    std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

}  // namespace

std::optional<KnownThen> read_snapshot(const std::string& path)
{
    const Mapped file(path);
    Head head;
    const Head ours;
    if (file.bytes().size() < sizeof head) return {};
    std::memcpy(&head, file.bytes().data(), sizeof head);
    const std::string_view bytes = file.bytes().substr(sizeof head);
    if (std::memcmp(head.mark, ours.mark, sizeof ours.mark) != 0 || bytes.size() != head.size || sum_of(bytes) != head.sum) return {};
    try {
        return KnownThen{engine::Engine::from_snapshot(bytes), {head.xid, head.seq}};
    } catch (const std::runtime_error&) {   // of another version
        return {};
    }
}

bool load_snapshot(jobs::World& world, Curator& curator, const std::string& path)
{
    auto known = read_snapshot(path);
    if (!known || !diary_holds(world, known->place)) return false;
    curator.restore(std::move(known->engine), known->place);
    return true;
}

}  // namespace meadow::discovery
