#include "modules/discovery/search/synonyms/list_synonyms.hpp"

namespace meadow::discovery {

Result<SynonymPage> list_synonyms(ReadCtx& ctx, const ListSynonyms& in)
{
    // Normalised words have no line feeds, so one parts the pair.
    const std::size_t parted = in.after.find('\n');
    const bool ours = in.after.empty() || parted != std::string::npos;
    if (!ours) return refuse(bad_input, "", {{"?after", "is not one of ours"}});
    const std::string words = in.after.substr(0, parted), other = in.after.empty() ? "" : in.after.substr(parted + 1);
    SynonymPage page{store::synonyms_after(ctx.tx, words, other, in.limit + 1), {}};
    if (std::int64_t(page.items.size()) > in.limit) {
        page.items.pop_back();
        page.next = page.items.back().words + "\n" + page.items.back().other;
    }
    return page;
}

}  // namespace meadow::discovery
