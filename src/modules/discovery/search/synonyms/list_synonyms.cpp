#include "modules/discovery/search/synonyms/list_synonyms.hpp"

#include <algorithm>

namespace meadow::discovery {
namespace {

std::vector<SynonymLine> named(db::ReadTx& tx, const std::vector<SynonymRow>& rows)
{
    std::vector<UserId> operators;
    for (const SynonymRow& row : rows)
        if (row.by) operators.push_back(row.by);
    const auto people = identity::person_cards(tx, operators);
    std::vector<SynonymLine> lines;
    for (const SynonymRow& row : rows) {
        SynonymLine& line = lines.emplace_back(SynonymLine{row.words, row.other, row.source, row.state, {}, row.changed_at});
        const auto by = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == row.by; });
        if (by != people.end()) line.by = *by;
    }
    return lines;
}

}  // namespace

Result<SynonymPage> list_synonyms(ReadCtx& ctx, const ListSynonyms& in)
{
    // Normalised words have no line feeds, so one parts the pair.
    const std::size_t parted = in.after.find('\n');
    const bool ours = in.after.empty() || parted != std::string::npos;
    if (!ours) return refuse(bad_input, "", {{"?after", "is not one of ours"}});
    const std::string words = in.after.substr(0, parted), other = in.after.empty() ? "" : in.after.substr(parted + 1);
    std::vector<SynonymRow> rows = store::synonyms_after(ctx.tx, words, other, in.limit + 1);
    SynonymPage page;
    if (std::int64_t(rows.size()) > in.limit) {
        rows.pop_back();
        page.next = rows.back().words + "\n" + rows.back().other;
    }
    page.items = named(ctx.tx, rows);
    return page;
}

}  // namespace meadow::discovery
