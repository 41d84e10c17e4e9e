// community_shares (home: who shares), community_share_links (home: the token).
#pragma once
#include <optional>
#include <string>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::community::store {

// False when this person shared this note on this day already.
bool insert_share(db::Tx&, UserId, NoteId, std::int64_t day, std::string_view token, Instant now);
std::optional<std::string> find_share(db::ReadTx&, UserId, NoteId, std::int64_t day);

struct ShareLink {
    NoteId note;
    UserId sharer;
};
BOOST_DESCRIBE_STRUCT(ShareLink, (), (note, sharer))
void insert_share_link(db::Tx&, std::string_view token, const ShareLink&, Instant now);
std::optional<ShareLink> find_share_link(db::ReadTx&, std::string_view token);

}  // namespace meadow::community::store
