#include "http/file_part.hpp"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include "http/fields.hpp"

namespace meadow::http {
namespace {

constexpr std::size_t file_piece = 256 * 1024;  // one sendfile call

std::optional<std::uint64_t> number(std::string_view digits)
{
    std::uint64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return {};
    return value;
}

}  // namespace

int FilePart::open(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return errno;
    FilePart opened;
    opened.fd_ = fd;
    struct stat facts {};
    if (::fstat(fd, &facts) != 0) return errno;
    if (!S_ISREG(facts.st_mode)) return ENOENT;
    opened.left_ = static_cast<std::uint64_t>(facts.st_size);
    opened.tag_ = '"' + std::to_string(facts.st_mtim.tv_sec) + '.' + std::to_string(facts.st_mtim.tv_nsec) + '-' +
                  std::to_string(facts.st_size) + '"';
    *this = std::move(opened);
    return 0;
}

void FilePart::narrow(std::uint64_t first, std::uint64_t length)
{
    offset_ = first;
    left_ = length;
}

FilePart::~FilePart()
{
    if (fd_ >= 0) ::close(fd_);
}

std::int64_t FilePart::send_some(int socket)
{
    auto at = static_cast<off_t>(offset_);
    const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(left_, file_piece));
    const auto sent = ::sendfile(socket, fd_, &at, want);
    if (sent < 0) return errno == EAGAIN || errno == EINTR ? 0 : -1;
    if (sent == 0) return -1;  // the file has shrunk: the promised length cannot be kept
    offset_ += static_cast<std::uint64_t>(sent);
    left_ -= static_cast<std::uint64_t>(sent);
    return sent;
}

Ranged read_range(std::string_view header, std::uint64_t size, Range& out)
{
    if (header.substr(0, 6) != "bytes=" || header.find(',') != std::string_view::npos) return Ranged::whole;
    header = trim(header.substr(6));
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) return Ranged::whole;
    const auto last = number(header.substr(dash + 1));
    if (dash == 0) {  // the last n bytes
        if (!last) return Ranged::whole;
        out.length = std::min(*last, size);
        out.first = size - out.length;
        return out.length == 0 ? Ranged::none : Ranged::part;
    }
    const auto first = number(header.substr(0, dash));
    if (!first || (!last && dash + 1 != header.size()) || (last && *last < *first)) return Ranged::whole;
    if (*first >= size) return Ranged::none;
    out.first = *first;
    out.length = std::min(last.value_or(size - 1), size - 1) - *first + 1;
    return Ranged::part;
}

}  // namespace meadow::http
