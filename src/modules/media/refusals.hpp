// Every "no" of media besides those of the files themselves (blobs/refusals.hpp).
#pragma once
#include "base/refusal.hpp"

namespace meadow::media {

inline const RefusalKind wrong_type{"media.wrong_type", 415, "Only pictures and MP4 videos can be uploaded"};
inline const RefusalKind over_quota{"media.over_quota", 429, "You have uploaded as much as one may in a day"};
inline const RefusalKind unfit_cover{"media.unfit_cover", 422, "A cover is a picture that you have uploaded"};

}  // namespace meadow::media
