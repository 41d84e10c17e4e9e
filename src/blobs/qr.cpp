#include "blobs/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

#include "blobs/refusals.hpp"

namespace meadow::blobs {

Result<std::string> qr_svg(std::string_view text)
{
    if (text.empty() || text.size() > longest_qr) return refuse(too_much_text, "1 to " + std::to_string(longest_qr) + " bytes");
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
        QRcode_free);
    if (!code) throw std::runtime_error("libqrencode has no memory");

    constexpr int quiet = 4;
    const std::string side = std::to_string(code->width + 2 * quiet);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side +
                      "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + 'v' + side + "H0z\"/><path d=\"";
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width;) {
            const auto dark = [&](int at) { return at < code->width && (code->data[y * code->width + at] & 1) != 0; };
            int end = x;
            while (dark(end)) ++end;
            if (end > x) {
                const std::string run = std::to_string(end - x);
                svg += 'M' + std::to_string(x + quiet) + ' ' + std::to_string(y + quiet) + 'h' + run + "v1h-" + run + 'z';
            }
            x = end + 1;
        }
    }
    return svg + "\"/></svg>";
}

}  // namespace meadow::blobs
