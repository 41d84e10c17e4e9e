// Backups as operators see them. Making and checking one takes long and touches disks: an adapter of floor 3 does it beside everything else.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::operations {

enum class BackupState : std::uint8_t {
    making,     // under way
    made,       // all there when it was made; not looked at since this server started
    checking,
    whole,      // looked at: every file is what it was
    broken,     // something is missing or changed; or it was never finished
};
BOOST_DESCRIBE_ENUM(BackupState, making, made, checking, whole, broken)

struct BackupView {
    std::string name;                      // of its directory below DATA/backups
    BackupState state{};
    std::optional<Instant> taken_at;
    std::optional<Instant> checked_at;
    std::int64_t bytes = 0;                // media included
    std::int64_t rows = 0;
    std::int64_t media_files = 0;
    std::string fault;                     // of one that is broken
};
BOOST_DESCRIBE_STRUCT(BackupView, (), (name, state, taken_at, checked_at, bytes, rows, media_files, fault))

class BackupDesk {
public:
    virtual ~BackupDesk() = default;
    virtual std::vector<BackupView> list() const = 0;   // newest first
    // Begin; false when another one is still under way: ask again later. What comes of it list() tells.
    virtual bool make(const std::string& name) = 0;     // does nothing for one that is there
    virtual bool check(const std::string& name) = 0;
};

}  // namespace meadow::operations
