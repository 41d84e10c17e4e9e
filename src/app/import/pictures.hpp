// The pictures that rows name: files beside the file that names them, decoded and encoded once however many rows show them. Rows that
// name none get one of a few painted covers.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "jobs/world.hpp"
#include "modules/media/items/upload_media.hpp"

namespace meadow::app {

class Pictures {
public:
    // `covers`: how many are painted; 0: rows without pictures are rejected where one is needed.
    Pictures(jobs::World& world, std::string directory, int covers) : world_(world), directory_(std::move(directory)), covers_(covers) {}

    // Splits "a.jpg|b.jpg", or names a cover for `owner_of_none`.
    std::vector<std::string> named(std::string_view list, std::string_view owner_of_none) const;
    // Makes it ready, outside any transaction. What is wrong with it stays known: fault().
    void prepare(const std::string& name);
    // Before a batch: forgets pictures when there are too many, which only costs encoding them again.
    void make_room();

    // Why a picture that was prepared cannot be shown; empty: it can.
    const std::string& fault(const std::string& name) const { return ready_.at(name).fault; }
    // A picture of this person's own. Its files, which all who show it share, are written when the batch has not yet.
    MediaId give(WriteCtx&, UserId owner, const std::string& name, std::unordered_set<std::string>& kept_by_batch) const;

private:
    struct Ready {
        media::Kept kept;
        std::string fault;
    };
    Ready read(const std::string& name) const;

    jobs::World& world_;
    const std::string directory_;
    const int covers_;
    std::unordered_map<std::string, Ready> ready_;
};

}  // namespace meadow::app
