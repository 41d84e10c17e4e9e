// The machine: configuration, data directory, disk.
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "app/doctor/findings.hpp"
#include "app/front.hpp"

namespace meadow::app {
namespace {

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

// How long making one small write durable takes, in microseconds: the middle of fifteen; -1 when the disk refuses.
std::int64_t sync_time(const std::string& directory)
{
    std::string path = directory + "/doctor-XXXXXX";
    const int fd = mkostemp(path.data(), O_CLOEXEC);
    if (fd < 0) return -1;
    unlink(path.c_str());
    std::array<std::int64_t, 15> times;
    const std::array<char, 4096> page{};
    bool well = true;
    for (std::int64_t& time : times) {
        const auto before = std::chrono::steady_clock::now();
        well = well && pwrite(fd, page.data(), page.size(), 0) == ssize_t(page.size()) && fdatasync(fd) == 0;
        time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before).count();
    }
    close(fd);
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return well ? times[times.size() / 2] : -1;
}

}  // namespace

void look_at_configuration(Findings& out, const Config& config)
{
    out.ok("configuration", config.database_url.empty() ? "SQLite in " + config.data : "PostgreSQL, files in " + config.data);
    const bool open = config.address != "127.0.0.1" && config.address != "::1";
    if (open && config.trusted_proxies.empty())
        out.warn("configuration", "listens on " + config.address + " and trusts no proxy",
                 "without TLS passwords travel in the open: listen on 127.0.0.1 behind a proxy and name it in trusted_proxies");
    if (config.public_url.empty())
        out.warn("configuration", "public_url is not set",
                 "links that leave this machine name " + reached_at(config.address, config.port));
    if (config.smtp_url.empty())
        out.warn("configuration", "no smtp_url", "one-time codes reach nobody but the console mailbox; set smtp_url and smtp_from");
    if (!config.rate_limits) out.warn("configuration", "rate_limits are off", "turn them on outside of measurements");
    if (config.commit_delay_us > 0)
        out.warn("configuration", "commit_delay_us slows every write", "it is for measurements; remove it");
    const auto web = config.web.empty() ? find_web() : std::filesystem::path(config.web);
    if (web.empty() || !std::filesystem::exists(web / "apps/shop/dist/index.html"))
        out.warn("configuration", "the web apps are not built", "run npm ci and npm run build in web/, or point web at a build");
}

void look_at_data_directory(Findings& out, const Config& config)
{
    struct stat info {};
    if (stat(config.data.c_str(), &info) != 0)
        return out.fail("data directory", config.data + ": " + std::strerror(errno),
                        "make it, owned by the user the server runs as");
    if (access(config.data.c_str(), R_OK | W_OK | X_OK) != 0)
        return out.fail("data directory", config.data + " cannot be written to",
                        "run doctor as the user the server runs as, or chown it");
    if (info.st_uid != geteuid())
        out.warn("data directory",
                 "belongs to user " + std::to_string(info.st_uid) + ", and this is user " + std::to_string(geteuid()),
                 "files made now may not be writable for the server");
    if ((info.st_mode & 077) != 0)
        out.warn("data directory", "others may look into it", "chmod 700 " + config.data);
    else
        out.ok("data directory", "private and writable");
}

void look_at_disk(Findings& out, const Config& config)
{
    constexpr std::uint64_t little = std::uint64_t{2} << 30, nothing = std::uint64_t{200} << 20;
    struct statvfs room {};
    if (statvfs(config.data.c_str(), &room) != 0) return;
    const std::uint64_t left = std::uint64_t(room.f_bavail) * room.f_frsize;
    if (left < nothing)
        out.fail("disk", megabytes(left) + " free", "make room now: a full disk acknowledges nothing any more");
    else if (left < little)
        out.warn("disk", megabytes(left) + " free", "make room soon");
    else
        out.ok("disk", megabytes(left) + " free");

    const std::int64_t us = sync_time(config.data);
    const std::string said = "a write is durable after " + std::to_string(us) + " µs";
    if (us < 0)
        out.fail("disk", "a write cannot be made durable", "look at the kernel's log: dmesg");
    else if (us > 20'000)
        out.warn("disk", said, "every batch of writes waits that long; put the data directory on a faster disk");
    else
        out.ok("disk", said);
}

}  // namespace meadow::app
