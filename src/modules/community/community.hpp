// The front door of community, for other modules.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"
#include "jobs/context.hpp"

namespace meadow::community {

// How many people follow somebody.
std::int64_t follower_count(db::ReadTx&, UserId);
// Whom somebody follows, newest first, at most `limit`.
std::vector<UserId> followed_by(db::ReadTx&, UserId, std::int64_t limit);

// Those of these people whom somebody follows; those of these notes that somebody likes.
std::vector<UserId> followed_among(db::ReadTx&, UserId, const std::vector<UserId>&);
std::vector<NoteId> liked_among(db::ReadTx&, UserId, const std::vector<NoteId>&);

// A public note as feeds and search need it. Only notes that anybody may see now.
struct PublicNote {
    NoteId id;
    UserId author;
    std::string title;
    std::string text;
    std::vector<std::string> topics;
    std::vector<MediaId> media;          // the first is the cover
    std::vector<ProductId> products;     // pinned
    std::string place;
    std::optional<double> latitude, longitude;
    bool disclosed = false;              // a pinned link pays the author: shown as 广告
    std::int64_t likes = 0, collects = 0, comments = 0, shares = 0, views = 0;
    Instant published_at;
};
BOOST_DESCRIBE_STRUCT(PublicNote, (), (id, author, title, text, topics, media, products, place, latitude, longitude, disclosed, likes,
                                       collects, comments, shares, views, published_at))
// Whoever is suspended is shown nowhere, and neither is what they wrote. What keeps notes ready (lists, an index) has those of all, or
// they would be missing when the suspension ends; it shows none without asking again.
enum class Authors : std::uint8_t { active, all };
// Those that exist and are public, in no particular order.
std::vector<PublicNote> public_notes(db::ReadTx&, const std::vector<NoteId>&, Authors = Authors::active);
// All public notes after an id, in id order: for rebuilding what is derived.
std::vector<PublicNote> public_notes_after(db::ReadTx&, NoteId, std::int64_t limit, Authors = Authors::active);

// What an audit of all public numbers finds, one sentence each, at most 50 a kind of number: each must equal the rows it counts. Reads
// everything: for the command line, tests and the simulator.
std::vector<std::string> check_counts(db::ReadTx&);

// Views are counted in the order of PostgreSQL's transactions, as news is heard: see jobs/places.hpp.
bool leave_future(db::Tx&);

// What those of these comments say that are shown, in no particular order.
struct ShownComment {
    CommentId id;
    NoteId note;
    std::string text;
};
std::vector<ShownComment> shown_comments(db::ReadTx&, const std::vector<CommentId>&);

// The author of a note that exists, whoever may see it.
std::optional<UserId> note_author(db::ReadTx&, NoteId);

// Shows somebody a notification ("orders": your parcel is on its way). `about` is the id text of what it is about, "SHOP/ORDER" for
// an order. `key` makes it happen once however often it is asked for.
enum class NotificationGroup : std::uint8_t { reactions, comments, follows, orders, system };
BOOST_DESCRIBE_ENUM(NotificationGroup, reactions, comments, follows, orders, system)
void notify(WriteCtx&, UserId to, NotificationGroup, std::string_view key, std::string_view what, std::string_view about, UserId by = {});

}  // namespace meadow::community
