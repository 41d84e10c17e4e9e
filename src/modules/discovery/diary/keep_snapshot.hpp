// A file of everything the engine knows, so that a start need not read the whole diary. It may be thrown away at any moment.
#pragma once
#include <optional>
#include <string>

#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

class Curator;

// Writes it anew beside the old one and puts it in its place. Throws when the disk does not take it.
void save_snapshot(const Curator&, const std::string& path);
// What stands in it, and how far in the diary that was told. Nothing when there is none, or it is broken or of another version.
struct KnownThen {
    engine::Engine engine;
    store::Place place;
};
std::optional<KnownThen> read_snapshot(const std::string& path);
// Begins with it. False, and nothing is changed, when there is none, or it is broken, of another version, or not of this diary.
bool load_snapshot(jobs::World&, Curator&, const std::string& path);

}  // namespace meadow::discovery
