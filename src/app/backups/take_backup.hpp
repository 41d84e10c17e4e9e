#pragma once
#include "app/backups/manifest.hpp"
#include "jobs/clock.hpp"

namespace meadow::app {

// A backup keeps the media as files of its own. One that stays in the data directory may share them (hard links): they never
// change.
enum class MediaCopies : std::uint8_t { own, shared };

struct BackupOrder {
    db::Options database;
    std::filesystem::path data;  // the data directory
    std::filesystem::path to;    // must not be there, or be an empty directory
    MediaCopies media = MediaCopies::own;
};

// Copies a town while it is served: database first, then the media, so that every upload the copy knows has its files. What was
// committed before the call is in it. `to` appears when all of it is durable. Throws std::runtime_error or db::Fault, and leaves
// nothing.
Manifest take_backup(const BackupOrder&, const jobs::Clock&);

}  // namespace meadow::app
