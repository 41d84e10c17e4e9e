#include "modules/discovery/diary/keep_snapshot.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "jobs/beside.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"

namespace meadow::discovery {
namespace {

struct Head {
    char mark[8] = {'M', 'e', 'a', 'd', 'o', 'w', 'D', '2'};
    std::int64_t xid = 0, seq = 0;      // told up to
    std::uint64_t size = 0, sum = 0;    // of what follows
};

// A torn or damaged file must not be believed; nobody forges one. Four sums side by side: each waits for its own last step only.
class Sum {
public:
    // Of all pieces but the last the size is divisible by 32.
    void add(std::string_view piece)
    {
        std::size_t at = 0;
        for (; at + 32 <= piece.size(); at += 32)
            for (std::size_t i = 0; i < 4; ++i) step(sums_[i], piece.data() + at + 8 * i, 8);
        for (std::size_t i = 0; at < piece.size(); at += 8, ++i) step(sums_[i], piece.data() + at, std::min<std::size_t>(8, piece.size() - at));
        size_ += piece.size();
    }
    std::uint64_t size() const { return size_; }
    std::uint64_t value() const
    {
        std::uint64_t out = size_;
        for (const std::uint64_t sum : sums_) step(out, reinterpret_cast<const char*>(&sum), 8);
        return out;
    }

private:
    static void step(std::uint64_t& sum, const char* from, std::size_t size)
    {
        std::uint64_t word = 0;
        std::memcpy(&word, from, size);
        sum = (sum ^ word) * 0x9E3779B97F4A7C15ull;
        sum ^= sum >> 32;
    }

    std::array<std::uint64_t, 4> sums_{1, 2, 3, 4};
    std::uint64_t size_ = 0;
};

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
    const std::string fresh = path + ".new";
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error(errno, std::generic_category(), fresh);
    try {
        Head head;
        write_all(file, reinterpret_cast<const char*>(&head), sizeof head);   // its place: what stands in it is known at the end
        Sum sum;
        const store::Place place = curator.write([&](std::string_view piece) {
            sum.add(piece);
            write_all(file, piece.data(), piece.size());
        });
        head.xid = place.xid;
        head.seq = place.seq;
        head.size = sum.size();
        head.sum = sum.value();
        if (::lseek(file, 0, SEEK_SET) != 0) throw std::system_error(errno, std::generic_category(), fresh);
        write_all(file, reinterpret_cast<const char*>(&head), sizeof head);
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
    if (std::memcmp(head.mark, ours.mark, sizeof ours.mark) != 0 || bytes.size() != head.size) return {};
    Sum sum;
    sum.add(bytes);
    if (sum.value() != head.sum) return {};
    const auto at_once = [](const auto& one, const auto& other) {
        jobs::Beside beside(one);
        other();
        beside.wait();
    };
    try {
        return KnownThen{engine::Engine::from_snapshot(bytes, at_once), {head.xid, head.seq}};
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
