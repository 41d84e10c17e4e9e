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
    std::string_view face;   // the photograph they show themselves with; empty: none
};
// The middle of a town that residents live in, degrees, WGS 84.
struct City {
    std::string_view name;
    double latitude, longitude;
};
struct Store {
    Theme theme;
    std::string_view name, city, intro, sign;   // `sign`: a photograph, too
};
// `photo`: how the file of its photograph begins. `option` may be empty: then there is one kind only.
struct Goods {
    Theme theme;
    std::string_view photo, title, category;
    int yuan;
    std::string_view option, values;   // values separated by '|'
};
// `photos`: of the cover and those after it, separated by '|'. The first names the goods it is about, which it pins or only talks about.
struct Story {
    std::string_view photos, title, text;
    bool pins;
};

extern const std::span<const Resident> residents;
extern const std::span<const City> cities;
extern const std::span<const Store> stores;
extern const std::span<const Goods> goods;
extern const std::span<const Story> stories;
extern const std::span<const std::string_view> promises;  // what a product's page says, by theme
extern const std::span<const std::string_view> queries;   // what people search for
extern const std::span<const std::string_view> praises;   // what buyers say of what they got
extern const std::span<const std::string_view> remarks;   // comments that fit anything
extern const std::span<const std::string_view> answers;   // an author's replies

}  // namespace meadow::app::demo
