#include "modules/catalog/applications/store.hpp"

namespace meadow::catalog::store {

const db::Sql upsert_application{"catalog.upsert_application", R"sql(
    INSERT INTO catalog_applications (owner_id, state, name, intro, city, logo_id, company, licence, followers, applied_at, shop_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (owner_id) DO UPDATE SET state = excluded.state, name = excluded.name, intro = excluded.intro, city = excluded.city,
           logo_id = excluded.logo_id, company = excluded.company, licence = excluded.licence, followers = excluded.followers,
           applied_at = excluded.applied_at
     WHERE catalog_applications.state = 'rejected')sql"};
bool put_application(db::Tx& tx, const Application& a)
{
    return tx.exec(upsert_application, a.owner, a.state, a.name, a.intro, a.city, a.logo, a.company, a.licence, a.followers,
                   a.applied_at, a.shop) == 1;
}

const db::Sql select_application{"catalog.select_application", R"sql(
    SELECT owner_id, state, name, intro, city, logo_id, company, licence, followers, applied_at, shop_id
      FROM catalog_applications WHERE owner_id = $1)sql"};
std::optional<Application> find_application(db::ReadTx& tx, UserId owner) { return tx.one<Application>(select_application, owner); }

const db::Sql update_application{"catalog.update_application", R"sql(
    UPDATE catalog_applications SET state = $3, shop_id = $4 WHERE owner_id = $1 AND state = $2)sql"};
bool set_application_state(db::Tx& tx, UserId owner, ApplicationState from, ApplicationState to, ShopId shop)
{
    return tx.exec(update_application, owner, from, to, shop) == 1;
}

const db::Sql select_applications{"catalog.select_applications", R"sql(
    SELECT owner_id, state, name, intro, city, logo_id, company, licence, followers, applied_at, shop_id
      FROM catalog_applications WHERE state = $1 AND (applied_at, owner_id) > ($2, $3) ORDER BY applied_at, owner_id LIMIT $4)sql"};
std::vector<Application> list_applications(db::ReadTx& tx, ApplicationState state, Cursor after, std::int64_t limit)
{
    return tx.all<Application>(select_applications, state, after.first, after.second, limit);
}

const db::Sql insert_application_move_sql{"catalog.insert_application_move", R"sql(
    INSERT INTO catalog_application_moves (owner_id, move_id, from_state, to_state, by_id, reason, moved_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7))sql"};
void insert_application_move(db::Tx& tx, UserId owner, const ApplicationMoved& m)
{
    tx.put(insert_application_move_sql, owner, m.id, m.from, m.to, m.by, m.reason, m.at);
}

const db::Sql select_application_move{"catalog.select_application_move", R"sql(
    SELECT move_id, from_state, to_state, by_id, reason, moved_at FROM catalog_application_moves
     WHERE owner_id = $1 ORDER BY move_id DESC LIMIT 1)sql"};
std::optional<ApplicationMoved> last_application_move(db::ReadTx& tx, UserId owner)
{
    return tx.one<ApplicationMoved>(select_application_move, owner);
}

const db::Sql upsert_follower{"catalog.note_follower", R"sql(
    INSERT INTO catalog_followers (user_id, follower_id, turn, follows) VALUES ($1, $2, $3, $4)
    ON CONFLICT (user_id, follower_id) DO UPDATE SET turn = $3, follows = $4 WHERE catalog_followers.turn < $3)sql"};
void note_follower(db::Tx& tx, UserId user, UserId follower, std::int64_t turn, bool follows)
{
    tx.put(upsert_follower, user, follower, turn, follows ? 1 : 0);
}

const db::Sql count_followers_sql{"catalog.count_followers", R"sql(
    SELECT count(*) FROM (SELECT follower_id FROM catalog_followers WHERE user_id = $1 AND follows = 1 LIMIT $2) AS counted)sql"};
std::int64_t count_followers(db::ReadTx& tx, UserId user, std::int64_t most)
{
    return *tx.one<std::int64_t>(count_followers_sql, user, most);
}

const db::Sql delete_followers_sql{"catalog.delete_followers", R"sql(
    DELETE FROM catalog_followers WHERE user_id = $1 AND follower_id IN (
        SELECT follower_id FROM catalog_followers WHERE user_id = $1 ORDER BY follower_id LIMIT $2))sql"};
std::int64_t delete_followers(db::Tx& tx, UserId user, std::int64_t limit) { return tx.exec(delete_followers_sql, user, limit); }

const db::Sql delete_application{"catalog.delete_unapproved_application",
                                 "DELETE FROM catalog_applications WHERE owner_id = $1 AND state <> 'approved'"};
void delete_unapproved_application(db::Tx& tx, UserId owner) { tx.put(delete_application, owner); }

}  // namespace meadow::catalog::store
