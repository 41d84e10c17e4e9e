#include "modules/community/notes/model.hpp"

#include <algorithm>

namespace meadow::community {

bool may_move(NoteState from, NoteState to)
{
    return std::any_of(std::begin(note_moves), std::end(note_moves), [&](const NoteMove& m) { return m.from == from && m.to == to; });
}

Audience audience_of(NoteState state, Visibility visibility)
{
    if (state == NoteState::deleted) return Audience::nobody;
    if (state != NoteState::published) return Audience::author;
    switch (visibility) {
        case Visibility::public_: return Audience::everybody;
        case Visibility::friends: return Audience::friends;
        case Visibility::only_me: break;
    }
    return Audience::author;
}

std::int64_t utf16_length(std::string_view text)
{
    std::int64_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = lang::decode(text, at);
        units += point.value >= 0x10000 ? 2 : 1;
        at += point.bytes;
    }
    return units;
}

std::vector<std::string> topics_of(const std::vector<Mark>& marks)
{
    std::vector<std::string> out;
    for (const Mark& mark : marks)
        if (mark.kind == MarkKind::topic && std::find(out.begin(), out.end(), mark.name) == out.end()) out.push_back(mark.name);
    return out;
}

std::vector<UserId> mentioned_in(const std::vector<Mark>& marks)
{
    std::vector<UserId> out;
    for (const Mark& mark : marks)
        if (mark.user && std::find(out.begin(), out.end(), *mark.user) == out.end()) out.push_back(*mark.user);
    return out;
}

std::optional<Place> Note::where() const
{
    if (place.empty()) return {};
    return Place{place, latitude, longitude};
}

namespace {

template <class T>
bool has_twice(std::vector<T> list)
{
    std::sort(list.begin(), list.end());
    return std::adjacent_find(list.begin(), list.end()) != list.end();
}

}  // namespace

std::vector<FieldFault> faults_of_draft(const NoteContent& content)
{
    std::vector<FieldFault> faults;
    if (has_twice<MediaId>(content.media)) faults.push_back({"/media", "names a picture twice"});
    if (has_twice<ProductId>(content.products)) faults.push_back({"/products", "names a product twice"});
    if (!content.place) return faults;
    const Place& place = *content.place;
    if (place.latitude.has_value() != place.longitude.has_value()) faults.push_back({"/place", "has a latitude and a longitude, or neither"});
    if (place.latitude && !(*place.latitude >= -90 && *place.latitude <= 90)) faults.push_back({"/place/latitude", "must be from -90 to 90"});
    if (place.longitude && !(*place.longitude >= -180 && *place.longitude <= 180))
        faults.push_back({"/place/longitude", "must be from -180 to 180"});
    return faults;
}

}  // namespace meadow::community
