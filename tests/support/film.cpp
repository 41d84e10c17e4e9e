#include "support/film.hpp"

namespace meadow::testing {
namespace {

std::string word(std::uint64_t value)
{
    std::string out;
    for (int i = 4; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 255);
    return out;
}

std::string words(int count) { return std::string(std::size_t(count) * 4, '\0'); }
std::string box(const std::string& type, const std::string& body) { return word(body.size() + 8) + type + body; }

}  // namespace

std::string film(std::uint32_t width, std::uint32_t height)
{
    const std::string mvhd = box("mvhd", words(3) + word(1000) + word(12'500) + words(20));
    const std::string matrix = word(1 << 16) + words(3) + word(1 << 16) + words(4);
    const std::string tkhd =
        box("tkhd", words(3) + word(1) + words(2) + words(4) + matrix + word(width << 16) + word(height << 16));
    const std::string stsd = box("stsd", word(0) + word(1) + word(8) + "avc1");
    const std::string mdia = box("mdia", box("hdlr", words(2) + "vide" + words(3)) + box("minf", box("stbl", stsd)));
    return box("ftyp", "isom" + word(512) + "isom") + box("moov", mvhd + box("trak", tkhd + mdia)) + box("mdat", "frames");
}

}  // namespace meadow::testing
