// discovery_exposure_days and discovery_exposure_readers (home: the day), discovery_exposure_notes (home: the note), and the cursor: in the
// main store, where requests read, beside the cursor that moves with them; the diary they are made from may lie in another.
#pragma once
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "modules/discovery/diary/store.hpp"
#include "modules/discovery/exposure/model.hpp"

namespace meadow::discovery::store {

struct ExposureCursor {
    std::int64_t day = 0;           // being made, or next
    Place from, until, next;
    std::int64_t shares = 0;        // 0: the day is not begun
    std::int64_t share = 0, written = 0;
};
BOOST_DESCRIBE_STRUCT(ExposureCursor, (), (day, from, until, next, shares, share, written))

ExposureCursor exposure_cursor(db::ReadTx&);
// False when somebody else moved it meanwhile.
bool move_exposure_cursor(db::Tx&, const ExposureCursor& from, const ExposureCursor& to);

// Each adds to what is there.
void add_exposure(db::Tx&, const std::vector<ExposureRow>&);
void add_readers(db::Tx&, const std::vector<ReadersRow>&);
void add_note_exposure(db::Tx&, const std::vector<NoteExposureRow>&);

// Sums of days older than this one, at most `limit` rows of each kind; how many rows went.
std::int64_t forget_exposure(db::Tx&, std::int64_t before_day, std::int64_t limit);

// Which sums: days from … until, both included; an empty text or -1 stands for all.
struct ExposureFilter {
    std::int64_t from = 0, until = 0;
    std::string surface, source;
    std::int64_t slot = -1, policy = -1;
};
// Summed by what `by` names: day, surface, source, slot or policy; everything else of the rows is empty. In that order.
std::vector<ExposureRow> sum_exposure(db::ReadTx&, const ExposureFilter&, const std::string& by, std::int64_t offset, std::int64_t limit);
// As they are kept, in the order of their key.
std::vector<ExposureRow> list_exposure(db::ReadTx&, const ExposureFilter&, std::int64_t offset, std::int64_t limit);
// One row a surface.
std::vector<ReadersRow> sum_readers(db::ReadTx&, std::int64_t from, std::int64_t until);
// The newest day first.
std::vector<NoteExposureRow> list_note_exposure(db::ReadTx&, NoteId, std::int64_t before_day, std::int64_t limit);

}  // namespace meadow::discovery::store
