#include "modules/discovery/search/synonyms/put_synonym.hpp"

#include "base/json.hpp"
#include "modules/discovery/events.hpp"
#include "modules/discovery/search/synonyms/store.hpp"
#include "modules/governance/governance.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {

Done put_synonym(WriteCtx& ctx, const PutSynonym& in)
{
    const auto& normaliser = ctx.outside<lang::Segmenter>().normaliser();
    std::string words = normaliser.plain(in.words), other = normaliser.plain(in.other);
    if (words.empty() || other.empty() || words == other) return refuse(bad_input, "", {{"/other", "says the same already"}});
    if (other < words) std::swap(words, other);
    const SynonymRow row{words, other, SynonymSource::operator_, in.active ? SynonymState::active : SynonymState::refused, ctx.who.user, ctx.now};
    store::put_synonym(ctx.tx, row);
    governance::audit(ctx, "discovery.put_synonym", {governance::SubjectKind::user, ctx.who.user.value}, in.reason, {}, to_json(row));
    ctx.tell(WordsChanged{ctx.now});
    return done();
}

}  // namespace meadow::discovery
