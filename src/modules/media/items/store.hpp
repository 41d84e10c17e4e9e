// media_items (home: the item), media_files (home: the key), media_usage (home: the owner).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/media/items/model.hpp"

namespace meadow::media::store {

// `used`: something shows it already.
void insert_item(db::Tx&, const Item&, bool used = false);
std::optional<Item> find_item(db::ReadTx&, MediaId);

// A file that is known already stays as it is.
void put_file(db::Tx&, std::string_view key, const File&);
std::optional<File> find_file(db::ReadTx&, std::string_view key, std::string_view name);
std::vector<File> list_files(db::ReadTx&, std::string_view key);
bool is_blob_used(db::ReadTx&, std::string_view blob);

// The uploads of one person, newest first, at most `limit`.
std::vector<Item> items_of(db::ReadTx&, UserId owner, std::int64_t limit);
// They are nobody's from now on: at most `limit` of them. Returns how many.
std::int64_t disown_items(db::Tx&, UserId owner, std::int64_t limit);
void delete_usage(db::Tx&, UserId owner);

struct Unused {
    MediaId id;
    UserId owner;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(Unused, (), (id, owner, key))
// Items nothing has ever shown, uploaded before, the oldest first.
std::vector<Unused> unused_items(db::ReadTx&, Instant before, std::int64_t limit);
void mark_used(db::Tx&, MediaId);
// False when it was used meanwhile.
bool delete_unused(db::Tx&, MediaId);
// The files of a key that no item names any more, even one whose transaction is under way, are nobody's.
void delete_files_without_item(db::Tx&, std::string_view key);

struct Quota {
    std::int64_t uploads;
    std::int64_t bytes;
};
// Counts one upload on the owner's day, only while both figures stay within the quota. False when they would not.
bool count_upload(db::Tx&, UserId owner, std::int64_t day, std::int64_t bytes, Quota);

}  // namespace meadow::media::store
