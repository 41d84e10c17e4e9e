// A touch: somebody met a product through a note. The last touch before an order says whose note sold it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"

namespace meadow::creators {

inline const Setting<Duration> touch_window{"creators.touch_window", std::chrono::hours{24 * 30}, "How long a note that led to a product counts as having sold it"};
inline const Setting<Duration> keep_touches{"creators.keep_touches", std::chrono::hours{24 * 90}, "How long touches are kept"};
inline const Setting<bool> first_touch_wins{"creators.first_touch_wins", false, "Whether the first note that led to a product is credited rather than the last"};
inline const Setting<bool> views_sell{"creators.views_sell", false, "Whether having read a note that pins a product counts as having come from it"};

enum class TouchKind : std::uint8_t {
    view,    // read a note that pins the product
    click,   // opened the product from the note
    share,   // came to the note by a link somebody shared
};
BOOST_DESCRIBE_ENUM(TouchKind, view, click, share)

struct Touch {
    ProductId product;
    NoteId note;
    TouchKind kind{};
    UserId author;             // of the note
    Instant first_at;
    Instant last_at;
};
BOOST_DESCRIBE_STRUCT(Touch, (), (product, note, kind, author, first_at, last_at))

// Who touches: a person by their id, a visitor who is not signed in by a negative number drawn from the token their device made.
struct ToucherTag {
    static constexpr std::string_view prefix = "tcr";
};
using ToucherId = Id<ToucherTag>;
ToucherId toucher_of(UserId);
ToucherId toucher_of_visitor(std::string_view token);

// What sold a product: the first and the last touch of the window. Nothing when there is none.
struct Path {
    Touch first;
    Instant first_at;
    Touch last;
};
struct PathRules {
    Instant since;             // touches before do not count
    bool views = false;        // views count
};
// The order of `touches` does not matter. Of two touches in the same moment the click counts as later.
std::optional<Path> path_of(const std::vector<Touch>& touches, ProductId, const PathRules&);

}  // namespace meadow::creators
