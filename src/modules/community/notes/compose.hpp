// From what an author typed to a note that can be stored: checked, its marks read, its disclosure decided.
#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community {

// `base` with this content. Refuses media that are not the author's own, a video among pictures, products that do not exist.
Result<Note> compose(db::Tx&, const NoteContent&, Note base);
NoteContent content_of(const Note&);

// More is asked of what others are to see than of a draft.
Done complete(const Note&);

// DOMAIN §3.2: experience sharing with a shopping link is an advertisement when the link pays the author, or leads into a shop the
// author works for.
bool pays_author(db::ReadTx&, UserId author, const std::vector<catalog::ProductCard>& pinned);

}  // namespace meadow::community
