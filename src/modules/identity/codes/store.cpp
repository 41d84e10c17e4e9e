#include "modules/identity/codes/store.hpp"

namespace meadow::identity::store {

const db::Sql upsert_code{"identity.upsert_code", R"sql(
    INSERT INTO identity_codes (kind, address, salt, code_hash, tries, sent_at, expires_at, counted_from, sends)
    VALUES ($1, $2, $3, $4, 0, $5, $6, $5, 1)
    ON CONFLICT (kind, address) DO UPDATE SET salt = excluded.salt, code_hash = excluded.code_hash, tries = 0, sent_at = excluded.sent_at,
        expires_at = excluded.expires_at,
        counted_from = CASE WHEN identity_codes.counted_from <= $8 THEN excluded.sent_at ELSE identity_codes.counted_from END,
        sends = CASE WHEN identity_codes.counted_from <= $8 THEN 1 ELSE identity_codes.sends + 1 END
     WHERE identity_codes.sent_at <= $7 AND (identity_codes.counted_from <= $8 OR identity_codes.sends < $9))sql"};
bool put_code(db::Tx& tx, const SentCode& c, Instant pause_before, Instant hour_before, std::int64_t most)
{
    return tx.exec(upsert_code, c.to.kind, c.to.address, c.salt, c.hash, c.sent_at, c.expires_at, pause_before, hour_before, most) == 1;
}

const db::Sql count_guess_sql{"identity.count_guess", R"sql(
    UPDATE identity_codes SET tries = tries + 1
     WHERE kind = $1 AND address = $2 AND code_hash <> '' AND expires_at > $3 AND tries < $4 RETURNING salt, code_hash)sql"};
std::optional<Guessed> count_guess(db::Tx& tx, const Contact& c, Instant now, std::int64_t most)
{
    return tx.one<Guessed>(count_guess_sql, c.kind, c.address, now, most);
}

const db::Sql use_up_code_sql{"identity.use_up_code", "UPDATE identity_codes SET code_hash = '' WHERE kind = $1 AND address = $2"};
void use_up_code(db::Tx& tx, const Contact& c) { tx.put(use_up_code_sql, c.kind, c.address); }

const db::Sql delete_code{"identity.delete_code", "DELETE FROM identity_codes WHERE kind = $1 AND address = $2 AND sent_at <= $3"};
void forget_code(db::Tx& tx, const Contact& c, Instant sent_at) { tx.put(delete_code, c.kind, c.address, sent_at); }

const db::Sql insert_letter{"identity.insert_letter", R"sql(
    INSERT INTO identity_mailbox (letter_id, kind, address, subject, body, at) VALUES ($1, $2, $3, $4, $5, $6))sql"};
const db::Sql prune_letters{"identity.prune_letters", R"sql(
    DELETE FROM identity_mailbox WHERE letter_id <= (SELECT letter_id FROM identity_mailbox ORDER BY letter_id DESC LIMIT 1 OFFSET $1))sql"};
void keep_letter(db::Tx& tx, LetterId id, const Letter& letter, Instant now)
{
    tx.put(insert_letter, id, letter.to.kind, letter.to.address, letter.subject, letter.text, now);
    tx.put(prune_letters, mailbox_holds);
}

const db::Sql select_letters{"identity.select_letters", R"sql(
    SELECT letter_id, kind, address, subject, body, at FROM identity_mailbox WHERE letter_id < $1 ORDER BY letter_id DESC LIMIT $2)sql"};
std::vector<KeptLetter> list_letters(db::ReadTx& tx, std::int64_t before, std::int64_t limit)
{
    return tx.all<KeptLetter>(select_letters, before, limit);
}

const db::Sql delete_letters_to{"identity.delete_letters_to", "DELETE FROM identity_mailbox WHERE kind = $1 AND address = $2"};
void forget_letters_to(db::Tx& tx, const Contact& c) { tx.put(delete_letters_to, c.kind, c.address); }

}  // namespace meadow::identity::store
