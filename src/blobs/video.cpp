#include "blobs/video.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "blobs/refusals.hpp"

namespace meadow::blobs {
namespace {

constexpr int most_boxes = 10'000;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

template <std::size_t N>
bool one_of(std::string_view what, const std::array<std::string_view, N>& list)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

constexpr std::array<std::string_view, 16> brands{"isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8",
                                                  "iso9", "mp41", "mp42", "avc1", "M4V ", "MSNV", "av01", "hvc1"};
constexpr std::array<std::string_view, 6> codecs{"avc1", "avc3", "hvc1", "hev1", "av01", "vp09"};

struct Box {
    std::string_view type;
    std::string_view body;
};

// Steps through the boxes that fill some bytes exactly.
class Boxes {
public:
    Boxes(std::string_view bytes, int& budget, bool last_may_be_open = false)
        : rest_(bytes), budget_(budget), last_may_be_open_(last_may_be_open)
    {
    }

    std::optional<Box> next()
    {
        if (rest_.empty() || broken_) return {};
        broken_ = true;
        if (rest_.size() < 8 || --budget_ < 0) return {};
        std::uint64_t size = number(rest_, 0, 4), head = 8;
        if (size == 1) {
            if (rest_.size() < 16) return {};
            size = number(rest_, 8, 8);
            head = 16;
        } else if (size == 0 && last_may_be_open_) {
            size = rest_.size();
        }
        if (size < head || size > rest_.size()) return {};
        broken_ = false;
        const Box box{rest_.substr(4, 4), rest_.substr(head, size - head)};
        rest_.remove_prefix(size);
        return box;
    }

    bool whole() const { return rest_.empty() && !broken_; }

private:
    std::string_view rest_;
    int& budget_;
    const bool last_may_be_open_;
    bool broken_ = false;
};

bool is_mp4_brand(std::string_view ftyp)
{
    if (ftyp.size() < 8 || ftyp.size() % 4 != 0 || ftyp.size() > 400) return false;
    if (one_of(ftyp.substr(0, 4), brands)) return true;
    if (ftyp.substr(0, 4) == "qt  ") return false;
    for (std::size_t at = 8; at < ftyp.size(); at += 4) {
        if (one_of(ftyp.substr(at, 4), brands)) return true;
    }
    return false;
}

std::optional<std::chrono::milliseconds> duration_of(std::string_view mvhd)
{
    if (mvhd.size() < 4) return {};
    const bool wide = mvhd[0] == 1;
    if ((mvhd[0] != 0 && !wide) || mvhd.size() != (wide ? 112u : 100u)) return {};
    const std::uint64_t scale = number(mvhd, wide ? 20 : 12, 4), length = wide ? number(mvhd, 24, 8) : number(mvhd, 16, 4);
    const std::uint64_t unknown = wide ? UINT64_MAX : UINT32_MAX;
    if (scale == 0 || length == 0 || length == unknown) return {};
    constexpr std::uint64_t a_year = 366ull * 24 * 3600;
    if (length / scale > a_year) return std::chrono::seconds(a_year);
    const std::chrono::milliseconds exact(length / scale * 1000 + length % scale * 1000 / scale);
    if (exact.count() == 0) return {};
    return exact;
}

struct Track {
    int width = 0, height = 0;
    bool video = false, playable = false;
};

bool read_size(std::string_view tkhd, Track& track)
{
    if (tkhd.empty() || (tkhd[0] != 0 && tkhd[0] != 1)) return false;
    const std::size_t matrix = tkhd[0] == 1 ? 52 : 40;
    if (tkhd.size() != matrix + 44) return false;
    track.width = static_cast<int>(number(tkhd, matrix + 36, 4) >> 16);  // 16.16 fixed point
    track.height = static_cast<int>(number(tkhd, matrix + 40, 4) >> 16);
    const bool quarter_turn = number(tkhd, matrix, 4) == 0 && number(tkhd, matrix + 4, 4) != 0;
    if (quarter_turn) std::swap(track.width, track.height);
    return true;
}

// Goes down to the sample description. False when the structure is broken.
bool read_track(std::string_view body, Track& track, int& budget)
{
    Boxes boxes(body, budget);
    while (const auto box = boxes.next()) {
        if (box->type == "tkhd" && !read_size(box->body, track)) return false;
        if (box->type == "hdlr" && box->body.size() >= 12) track.video = track.video || box->body.substr(8, 4) == "vide";
        if (box->type == "stsd" && box->body.size() >= 16) track.playable = one_of(box->body.substr(12, 4), codecs);
        const bool inner =
            box->type == "mdia" || box->type == "minf" || box->type == "stbl";  // a path of three, so the depth is bounded
        if (inner && (box->body.size() >= body.size() || !read_track(box->body, track, budget))) return false;
    }
    return boxes.whole();
}

struct Movie {
    std::optional<std::chrono::milliseconds> duration;
    std::optional<Track> picture;  // the first video track
};

bool read_movie(std::string_view moov, Movie& movie, int& budget)
{
    Boxes boxes(moov, budget);
    while (const auto box = boxes.next()) {
        if (box->type == "mvhd") {
            if (movie.duration) return false;
            movie.duration = duration_of(box->body);
        }
        if (box->type != "trak") continue;
        Track track;
        if (!read_track(box->body, track, budget)) return false;
        if (track.video && !movie.picture) movie.picture = track;
    }
    return boxes.whole();
}

}  // namespace

Result<Video> read_video(std::string_view bytes, const VideoLimits& limits)
{
    if (bytes.size() > limits.bytes) return refuse(too_large, "At most " + std::to_string(limits.bytes >> 20) + " MB");
    int budget = most_boxes;
    Boxes boxes(bytes, budget, true);
    const auto first = boxes.next();
    if (!first || first->type != "ftyp" || !is_mp4_brand(first->body)) return refuse(not_a_video);

    Movie movie;
    int moovs = 0, mdats = 0;
    while (const auto box = boxes.next()) {
        if (box->type == "moov" && (++moovs > 1 || !read_movie(box->body, movie, budget)))
            return refuse(not_a_video, "The index of the video is damaged");
        if (box->type == "mdat" && !box->body.empty()) ++mdats;
    }
    if (!boxes.whole()) return refuse(not_a_video, "The file is cut off or damaged");
    if (moovs != 1 || mdats == 0 || !movie.duration) return refuse(not_a_video, "The video has no index, no content or no length");
    if (!movie.picture || !movie.picture->playable)
        return refuse(not_a_video, "It needs a picture track in H.264, H.265, AV1 or VP9");
    const Track& picture = *movie.picture;
    if (std::min(picture.width, picture.height) < 16 || std::max(picture.width, picture.height) > limits.longest_side)
        return refuse(not_a_video, "The sides of the picture must have 16 to " + std::to_string(limits.longest_side) + " pixels");
    if (*movie.duration > limits.duration)
        return refuse(
            too_long,
            "At most " + std::to_string(std::chrono::duration_cast<std::chrono::seconds>(limits.duration).count()) + " seconds");
    return Video{picture.width, picture.height, *movie.duration};
}

}  // namespace meadow::blobs
