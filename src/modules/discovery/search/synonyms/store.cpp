#include "modules/discovery/search/synonyms/store.hpp"

namespace meadow::discovery::store {

const db::Sql upsert_synonym{"discovery.upsert_synonym", R"sql(
    INSERT INTO discovery_synonyms (words, other, source, state, by_id, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (words, other) DO UPDATE
       SET source = excluded.source, state = excluded.state, by_id = excluded.by_id, changed_at = excluded.changed_at)sql"};
void put_synonym(db::Tx& tx, const SynonymRow& s) { tx.put(upsert_synonym, s.words, s.other, s.source, s.state, s.by, s.changed_at); }

const db::Sql insert_learned{"discovery.insert_learned_synonym", R"sql(
    INSERT INTO discovery_synonyms (words, other, source, state, by_id, changed_at) VALUES ($1, $2, $3, $4, 0, $5)
    ON CONFLICT (words, other) DO NOTHING)sql"};
bool learn_synonym(db::Tx& tx, const SynonymRow& s) { return tx.exec(insert_learned, s.words, s.other, s.source, s.state, s.changed_at) == 1; }

const db::Sql select_synonyms{"discovery.select_synonyms", R"sql(
    SELECT words, other, source, state, by_id, changed_at FROM discovery_synonyms
     WHERE (words, other) > ($1, $2) ORDER BY words, other LIMIT $3)sql"};
std::vector<SynonymRow> synonyms_after(db::ReadTx& tx, std::string_view words, std::string_view other, std::int64_t limit)
{
    return tx.all<SynonymRow>(select_synonyms, words, other, limit);
}

}  // namespace meadow::discovery::store
