// Albums: where somebody keeps the notes they mean to come back to. A note is in one album of a person.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::community {

using AlbumName = Text<1, 30>;

struct Album {
    UserId owner;
    AlbumId id;
    std::string name;         // empty: the default album, which everybody has and nobody can delete
    bool open = false;        // everybody may look into it
    std::int64_t notes = 0;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Album, (), (owner, id, name, open, notes, created_at))

// The default album has its owner's number, so that the first collect of two devices makes one.
constexpr AlbumId default_album(UserId owner) { return {owner.value}; }

}  // namespace meadow::community
