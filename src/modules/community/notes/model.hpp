// A note's life, who may see it, and what it says. Pure: no transaction, no clock.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "text/extract.hpp"

namespace meadow::community {

enum class NoteState : std::uint8_t { draft, scheduled, published, hidden, deleted };
BOOST_DESCRIBE_ENUM(NoteState, draft, scheduled, published, hidden, deleted)

struct NoteMove {
    NoteState from, to;
};
// Every legal move. Only a verdict hides or restores.
inline constexpr NoteMove note_moves[] = {
    {NoteState::draft, NoteState::scheduled},     {NoteState::draft, NoteState::published},     {NoteState::draft, NoteState::deleted},
    {NoteState::scheduled, NoteState::draft},     {NoteState::scheduled, NoteState::published}, {NoteState::scheduled, NoteState::deleted},
    {NoteState::published, NoteState::hidden},    {NoteState::published, NoteState::deleted},   {NoteState::hidden, NoteState::published},
    {NoteState::hidden, NoteState::deleted},
};
bool may_move(NoteState from, NoteState to);

// What the author wants. Friends are people who follow each other.
enum class Visibility : std::uint8_t { public_, friends, only_me };
BOOST_DESCRIBE_ENUM(Visibility, public_, friends, only_me)

// Who may see it now. The author sees all but what was deleted.
enum class Audience : std::uint8_t { everybody, friends, author, nobody };
BOOST_DESCRIBE_ENUM(Audience, everybody, friends, author, nobody)
Audience audience_of(NoteState, Visibility);

struct Place {
    Text<1, 60> name;
    std::optional<double> latitude;   // degrees, WGS 84; both or neither
    std::optional<double> longitude;
};
BOOST_DESCRIBE_STRUCT(Place, (), (name, latitude, longitude))

// What an author writes. Several pictures or one video.
struct NoteContent {
    Text<0, 40> title;
    Text<0, 2000> text;
    List<MediaId, 18> media;
    List<ProductId, 9> products;
    std::optional<Place> place;
    std::optional<bool> advertises;   // the author discloses an interest that no rule can see
};
BOOST_DESCRIBE_STRUCT(NoteContent, (), (title, text, media, products, place, advertises))

// A #topic or @mention inside the text. Places count UTF-16 code units, as the browser's strings do.
enum class MarkKind : std::uint8_t { topic, mention };
BOOST_DESCRIBE_ENUM(MarkKind, topic, mention)
struct Mark {
    MarkKind kind{};
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::string name;                 // without # and @
    std::optional<UserId> user;       // whom a mention names
};
BOOST_DESCRIBE_STRUCT(Mark, (), (kind, begin, end, name, user))

// Bytes of a text as UTF-16 code units.
std::int64_t utf16_length(std::string_view);
std::vector<std::string> topics_of(const std::vector<Mark>&);
// Each person once, in the order of the text.
std::vector<UserId> mentioned_in(const std::vector<Mark>&);

struct Note {
    UserId author;
    NoteId id;
    NoteState state = NoteState::draft;
    Visibility visibility = Visibility::public_;
    std::string title;
    std::string text;
    std::vector<Mark> tags;
    std::vector<MediaId> media;
    std::vector<ProductId> products;
    std::string place;
    std::optional<double> latitude, longitude;
    bool disclosed_by_rule = false;
    bool disclosed_by_author = false;
    std::int64_t version = 1;
    Instant created_at, due_at, published_at, edited_at;

    Audience audience() const { return audience_of(state, visibility); }
    bool disclosed() const { return disclosed_by_rule || disclosed_by_author; }
    std::optional<Place> where() const;
};
BOOST_DESCRIBE_STRUCT(Note, (), (author, id, state, visibility, title, text, tags, media, products, place, latitude, longitude,
                                 disclosed_by_rule, disclosed_by_author, version, created_at, due_at, published_at, edited_at))

// What is wrong with the content of a draft; more is asked of what others are to see.
std::vector<FieldFault> faults_of_draft(const NoteContent&);

}  // namespace meadow::community
