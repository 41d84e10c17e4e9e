// A note as a reader's page shows it.
#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/identity/identity.hpp"
#include "modules/media/media.hpp"

namespace meadow::community {

struct Counters {
    std::int64_t likes = 0;
    std::int64_t collects = 0;
    std::int64_t comments = 0;
    std::int64_t shares = 0;
    std::int64_t views = 0;
    double read_rate = 0;       // views that went on to the end ÷ views
};
BOOST_DESCRIBE_STRUCT(Counters, (), (likes, collects, comments, shares, views, read_rate))
Counters counters_of(const store::NoteCounts&);

// What the reader has done with it.
struct MyPart {
    bool liked = false;
    bool collected = false;
    bool following = false;     // the author
};
BOOST_DESCRIBE_STRUCT(MyPart, (), (liked, collected, following))

struct NotePage {
    NoteId id;
    identity::PersonCard author;
    NoteState state{};
    Visibility visibility{};
    std::string title;
    std::string text;
    std::vector<Mark> tags;
    std::vector<media::Picture> media;           // the first is the cover
    std::optional<Place> place;
    bool disclosed = false;                      // shown as 广告 / Ad
    std::int64_t version = 0;
    std::optional<Instant> published_at;
    std::optional<Instant> edited_at;
    std::optional<Instant> due_at;
    // What moves all the time stands last, as in MovingPart.
    std::vector<catalog::ProductCard> products;  // pinned, as they are now
    Counters counts;
    MyPart me;
};
BOOST_DESCRIBE_STRUCT(NotePage, (), (id, author, state, visibility, title, text, tags, media, place, disclosed, version, published_at, edited_at,
                                     due_at, products, counts, me))

struct MovingPart {
    std::vector<catalog::ProductCard> products;
    Counters counts;
    MyPart me;
};
BOOST_DESCRIBE_STRUCT(MovingPart, (), (products, counts, me))

// What of a page stays while the note's version does: words, pictures, the author's card. Nothing when the author's account is gone.
std::optional<NotePage> lasting_page(db::ReadTx&, const Note&);
// The pinned products as they are now, without those of somebody who is blocked; the counters, the reader's part.
MovingPart moving_part(ReadCtx&, NoteId, UserId author, const std::vector<ProductId>& pinned, const store::NoteCounts&);

// What a list shows of a note.
struct NoteCard {
    NoteId id;
    identity::PersonCard author;
    NoteState state{};
    Visibility visibility{};
    std::string title;
    std::optional<media::Picture> cover;
    bool disclosed = false;
    Counters counts;
    bool liked = false;
    std::int64_t version = 0;
    std::optional<Instant> published_at;
    std::optional<Instant> due_at;
};
BOOST_DESCRIBE_STRUCT(NoteCard, (), (id, author, state, visibility, title, cover, disclosed, counts, liked, version, published_at, due_at))

// In the order of the notes given, without those whose author is gone. The caller has decided who may see them.
std::vector<NoteCard> cards_of(ReadCtx&, const std::vector<store::CountedNote>&);

}  // namespace meadow::community
