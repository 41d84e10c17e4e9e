// Every "no" of community.
#pragma once
#include "base/refusal.hpp"

namespace meadow::community {

inline const RefusalKind follows_self{"community.follows_self", 422, "Nobody can follow themselves"};
inline const RefusalKind follows_too_many{"community.follows_too_many", 409, "You follow as many people as one may"};

inline const RefusalKind note_incomplete{"community.note_incomplete", 422, "Something is missing before others can see this note"};
inline const RefusalKind note_changed{"community.note_changed", 409, "The note was changed meanwhile, perhaps on another device"};
inline const RefusalKind note_elsewhere{"community.note_elsewhere", 409, "The note is not in a state that allows this"};
inline const RefusalKind too_many_drafts{"community.too_many_drafts", 409, "You keep as many drafts as one may"};
inline const RefusalKind schedule_out_of_reach{"community.schedule_out_of_reach", 422, "A note cannot be scheduled for this time"};

inline const RefusalKind album_full{"community.album_full", 409, "This album holds as many notes as it can"};
inline const RefusalKind too_many_albums{"community.too_many_albums", 409, "You have as many albums as one may"};
inline const RefusalKind default_album_stays{"community.default_album_stays", 409, "The default album can be neither deleted nor renamed"};

inline const RefusalKind too_many_streams{"community.too_many_streams", 429, "You listen to your notifications in too many places"};

}  // namespace meadow::community
