// The words of the demo town: who lives there, what is sold, what is said about it. Written for Meadow; the photographs, when they are
// there, are the Unsplash ones that tools/fetch_photos brings.
#pragma once
#include <span>
#include <string_view>

namespace meadow::app::demo {

enum class Theme : unsigned char { cameras, desk, sport, shoes, plants, rooms };
constexpr int themes = 6;

struct Resident {
    std::string_view handle, name, city, bio;
};
struct Store {
    Theme theme;
    std::string_view name, city, intro;
};
// `photo`: how the file of its photograph begins. `option` may be empty: then there is one kind only.
struct Goods {
    Theme theme;
    std::string_view photo, title, short_name, english, category;
    int yuan;
    std::string_view option, values;   // values separated by '|'
};
// "{p}" stands for the product's name.
struct Words {
    Theme theme;
    bool english;
    std::string_view title, text;
};

extern const std::span<const Resident> residents;
extern const std::span<const Store> stores;
extern const std::span<const Goods> goods;
extern const std::span<const Words> words;
extern const std::span<const std::string_view> praises;   // what buyers say of what they got
extern const std::span<const std::string_view> remarks;   // comments that fit anything
extern const std::span<const std::string_view> answers;   // an author's replies

}  // namespace meadow::app::demo
