// Files as bodies: an open file, the piece of it that is to be sent, and the Range header that chose the piece.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace meadow::http {

// A piece of an open file, still to be sent. Owns the descriptor.
class FilePart {
public:
    FilePart() = default;  // nothing to send
    FilePart(FilePart&& other) noexcept { *this = std::move(other); }
    FilePart& operator=(FilePart&& other) noexcept
    {
        std::swap(fd_, other.fd_);
        std::swap(offset_, other.offset_);
        std::swap(left_, other.left_);
        std::swap(tag_, other.tag_);
        return *this;
    }
    ~FilePart();

    // The whole of a regular file. Returns 0, or the errno; ENOENT also for what is not a regular file.
    int open(const std::string& path);
    // Only these bytes of the whole; they must lie within it.
    void narrow(std::uint64_t first, std::uint64_t length);

    std::uint64_t left() const { return left_; }
    const std::string& tag() const { return tag_; }  // a strong ETag made of time and size
    // Sends some of it to a non-blocking socket. Returns the bytes sent, 0 when the socket is full, negative when either end broke.
    std::int64_t send_some(int socket);

private:
    int fd_ = -1;
    std::uint64_t offset_ = 0;
    std::uint64_t left_ = 0;
    std::string tag_;
};

struct Range {
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};
enum class Ranged : std::uint8_t { whole, part, none };

// One range of bytes (RFC 9110 §14.2) out of `size`. Several ranges or a malformed one: the whole, as the standard allows;
// none: the range lies behind the end.
Ranged read_range(std::string_view header, std::uint64_t size, Range& out);

}  // namespace meadow::http
