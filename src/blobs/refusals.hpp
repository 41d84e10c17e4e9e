// Every "no" that uploaded media can get.
#pragma once
#include "base/refusal.hpp"

namespace meadow::blobs {

inline const RefusalKind not_an_image{"media.not_an_image", 415,
                                      "Only JPEG, PNG, WebP and GIF pictures that are whole can be taken"};
inline const RefusalKind too_large{"media.too_large", 413, "The file is too large"};
inline const RefusalKind too_many_pixels{"media.too_many_pixels", 422, "The picture has too many pixels"};
inline const RefusalKind too_small{"media.too_small", 422, "The picture is too small"};
inline const RefusalKind not_a_video{"media.not_a_video", 415, "Only whole MP4 videos can be taken"};
inline const RefusalKind too_long{"media.too_long", 422, "The video is too long"};
inline const RefusalKind too_much_text{"media.too_much_text", 422, "This is too much text for a QR code"};

}  // namespace meadow::blobs
