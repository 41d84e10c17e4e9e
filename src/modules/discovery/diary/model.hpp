// The diary: what the engine is told, written down in order. Deleting all that is in memory and reading it again makes the same bytes.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "modules/discovery/diary/surface.hpp"
#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery {

enum class EntryKind : std::uint8_t { note, withdrawn, page, deed, follow, unfollow, topics, forget, pick, product, want, policy, finding, remark, trade, sought, guests, list, opened };
BOOST_DESCRIBE_ENUM(EntryKind, note, withdrawn, page, deed, follow, unfollow, topics, forget, pick, product, want, policy, finding, remark, trade, sought, guests, list, opened)

struct Entry {
    UserId reader;          // none: nobody's
    std::string key;        // the same entry told again has the same
    Instant at;
    EntryKind kind{};
    std::string body;       // JSON of one of the structs below
};
BOOST_DESCRIBE_STRUCT(Entry, (), (reader, key, at, kind, body))

struct NoteEntry {
    NoteId note;
    UserId author;
    std::int64_t topic = 0;     // the list of its first topic; 0: none
    std::int64_t face = 0;      // of title and cover: another one is an edit that gives a second chance
    std::optional<std::int64_t> print = {};     // of title and text: nearly the same ones are near
    std::vector<ProductId> products = {};       // pinned
    std::optional<std::int64_t> cell = {};      // of the place it names
    std::optional<std::vector<std::string>> things = {};   // that it names and does not pin, "兰蔻 粉底液"
    std::optional<std::int64_t> mood = {};      // how it sounds: 1 content, -1 discontent
    std::optional<std::int64_t> cover = {};     // how its cover looks
};
BOOST_DESCRIBE_STRUCT(NoteEntry, (), (note, author, topic, face, print, products, cell, things, mood, cover))

struct WithdrawnEntry {
    NoteId note;
};
BOOST_DESCRIBE_STRUCT(WithdrawnEntry, (), (note))

struct PageEntry {
    std::int64_t policy = 0;
    std::vector<engine::Placed> notes;
};
BOOST_DESCRIBE_STRUCT(PageEntry, (), (policy, notes))

struct DeedEntry {
    NoteId note;
    engine::Deed deed{};
    std::optional<Surface> surface = {};      // where it was met, and at which place of the page, as the client says
    std::optional<std::int64_t> slot = {};    // 1: the first
};
BOOST_DESCRIBE_STRUCT(DeedEntry, (), (note, deed, surface, slot))

struct RemarkEntry {
    NoteId note;
    bool asks = false;          // where to buy what it shows
    std::int64_t mood = 0;      // as of a note
    std::optional<std::vector<std::int64_t>> sketch = {};   // of its words, which it does not give away; none of a few words
};
BOOST_DESCRIBE_STRUCT(RemarkEntry, (), (note, asks, mood, sketch))

struct TradeEntry {             // the reader paid for something of theirs, praised it, or got the money back
    UserId seller;
    std::optional<engine::Turn> turn = {};   // none: paid
};
BOOST_DESCRIBE_STRUCT(TradeEntry, (), (seller, turn))

struct FollowEntry {
    UserId author;
};
BOOST_DESCRIBE_STRUCT(FollowEntry, (), (author))

struct TopicsEntry {
    std::vector<std::int64_t> topics;   // lists; of an entry `forget`: none means all
};
BOOST_DESCRIBE_STRUCT(TopicsEntry, (), (topics))

struct PickEntry {
    NoteId note;
    Instant until;
};
BOOST_DESCRIBE_STRUCT(PickEntry, (), (note, until))

struct PolicyEntry {
    std::int64_t version = 0;
    Instant effective_from;
    std::vector<engine::PolicyNumber> numbers;   // that differ from what the program ships with
};
BOOST_DESCRIBE_STRUCT(PolicyEntry, (), (version, effective_from, numbers))

struct FindingEntry {
    std::int64_t number = 0;
    bool upheld = false;
};
BOOST_DESCRIBE_STRUCT(FindingEntry, (), (number, upheld))

struct ProductEntry {           // of kind `product`: whether it can be bought; of kind `want`: somebody cares for it
    ProductId product;
    std::optional<bool> on_sale = {};
};
BOOST_DESCRIBE_STRUCT(ProductEntry, (), (product, on_sale))

struct SoughtEntry {            // the reader searched for something: what was found first, and not the words
    std::vector<NoteId> notes = {};
    std::vector<ProductId> products = {};
};
BOOST_DESCRIBE_STRUCT(SoughtEntry, (), (notes, products))

struct ListEntry {              // notes that a page of another surface than Discover showed
    Surface surface{};
    std::vector<NoteId> notes;
};
BOOST_DESCRIBE_STRUCT(ListEntry, (), (surface, notes))

struct GuestLine {              // one note in one place of the page that people nobody knows get
    NoteId note;
    engine::Source source{};
    std::int64_t slot = 0;      // 1: the first of its page
    std::int64_t policy = 0;
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(GuestLine, (), (note, source, slot, policy, times))

struct GuestsEntry {            // what they were shown since this was written last; by one process
    std::vector<GuestLine> notes;
};
BOOST_DESCRIBE_STRUCT(GuestsEntry, (), (notes))

struct OpenedEntry {            // by the reader, elsewhere and earlier: an import tells it
    std::vector<NoteId> notes = {};
};
BOOST_DESCRIBE_STRUCT(OpenedEntry, (), (notes))

// An entry with its body read: what takes longest of telling, and can be done by another thread. A body that cannot be read is none: it
// was written by another version.
struct Telling {
    using Body = std::variant<std::monostate, NoteEntry, WithdrawnEntry, PageEntry, DeedEntry, RemarkEntry, TradeEntry, FollowEntry, TopicsEntry, PickEntry, ProductEntry,
                              PolicyEntry, FindingEntry, SoughtEntry, GuestsEntry, ListEntry, OpenedEntry>;
    UserId reader;
    Instant at;
    EntryKind kind{};
    Body body;
};
Telling telling_of(UserId reader, Instant at, EntryKind, std::string_view body);

// Tells the engine one entry; one without a body is passed over.
void tell(engine::Engine&, const Telling&);
inline void tell(engine::Engine& engine, const Entry& e) { tell(engine, telling_of(e.reader, e.at, e.kind, e.body)); }

}  // namespace meadow::discovery
