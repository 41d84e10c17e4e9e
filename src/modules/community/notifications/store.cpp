#include "modules/community/notifications/store.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace meadow::community::store {

const db::Sql insert_sql{"community.insert_notification", R"sql(
    INSERT INTO community_notifications (user_id, key, notification_id, grouping, what, about, by_id, people, unread, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9) ON CONFLICT (user_id, key) DO NOTHING)sql"};
bool insert_notification(db::Tx& tx, const Notification& n)
{
    return tx.exec(insert_sql, n.to, n.key, n.id, n.group, n.what, n.about, n.by, n.people, n.at) == 1;
}

const db::Sql update_unread{"community.add_to_unread", R"sql(
    UPDATE community_notifications SET people = people + 1, by_id = $3, at = $4 WHERE user_id = $1 AND key = $2 AND unread = 1)sql"};
bool add_to_unread(db::Tx& tx, const Notification& n) { return tx.exec(update_unread, n.to, n.key, n.by, n.at) == 1; }

const db::Sql upsert{"community.gather_notification", R"sql(
    INSERT INTO community_notifications (user_id, key, notification_id, grouping, what, about, by_id, people, unread, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 1, 1, $8)
    ON CONFLICT (user_id, key) DO UPDATE SET people = community_notifications.people + 1, by_id = $7, unread = 1, at = $8)sql"};
void gather(db::Tx& tx, const Notification& n) { tx.put(upsert, n.to, n.key, n.id, n.group, n.what, n.about, n.by, n.at); }

const db::Sql insert_person_sql{"community.insert_notification_person", R"sql(
    INSERT INTO community_notification_people (user_id, key, by_id) VALUES ($1, $2, $3) ON CONFLICT (user_id, key, by_id) DO NOTHING)sql"};
bool insert_person(db::Tx& tx, UserId to, std::string_view key, UserId by) { return tx.exec(insert_person_sql, to, key, by) == 1; }

const db::Sql delete_person_sql{"community.delete_notification_person", R"sql(
    DELETE FROM community_notification_people WHERE user_id = $1 AND key = $2 AND by_id = $3)sql"};
bool delete_person(db::Tx& tx, UserId to, std::string_view key, UserId by) { return tx.exec(delete_person_sql, to, key, by) == 1; }

const db::Sql select_person{"community.select_notification_person", R"sql(
    SELECT by_id FROM community_notification_people WHERE user_id = $1 AND key = $2 LIMIT 1)sql"};
std::optional<UserId> find_person(db::ReadTx& tx, UserId to, std::string_view key) { return tx.one<UserId>(select_person, to, key); }

const db::Sql update_people{"community.take_person_out", R"sql(
    UPDATE community_notifications SET people = people - 1, by_id = $3 WHERE user_id = $1 AND key = $2)sql"};
void take_person_out(db::Tx& tx, UserId to, std::string_view key, UserId last) { tx.put(update_people, to, key, last); }

const db::Sql delete_sql{"community.delete_notification", "DELETE FROM community_notifications WHERE user_id = $1 AND key = $2"};
void delete_notification(db::Tx& tx, UserId to, std::string_view key) { tx.put(delete_sql, to, key); }

const db::Sql select_group{"community.select_notifications", R"sql(
    SELECT user_id, key, notification_id, grouping, what, about, by_id, people, unread, at FROM community_notifications
     WHERE user_id = $1 AND grouping = $5 AND (at, notification_id) < ($2, $3) ORDER BY at DESC, notification_id DESC LIMIT $4)sql"};
std::vector<Notification> list_notifications(db::ReadTx& tx, UserId user, std::optional<NotificationGroup> group, Cursor after, std::int64_t limit)
{
    if (group) return tx.all<Notification>(select_group, user, after.first, after.second, limit, *group);
    // The newest of each group, merged: one index serves both, and a long group costs no more than its page.
    std::vector<Notification> merged;
    for (const EnumName& name : describe<NotificationGroup>().names) {
        auto some = list_notifications(tx, user, NotificationGroup(name.value), after, limit);
        merged.insert(merged.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    std::sort(merged.begin(), merged.end(), [](const auto& a, const auto& b) { return std::tie(a.at, a.id) > std::tie(b.at, b.id); });
    if (std::int64_t(merged.size()) > limit) merged.resize(std::size_t(limit));
    return merged;
}

const db::Sql select_unread{"community.select_unread", R"sql(
    SELECT grouping, COUNT(*) FROM community_notifications WHERE user_id = $1 AND unread = 1 GROUP BY grouping)sql"};
std::vector<UnreadRow> count_unread(db::ReadTx& tx, UserId user) { return tx.all<UnreadRow>(select_unread, user); }

const db::Sql update_read{"community.mark_all_read", "UPDATE community_notifications SET unread = 0 WHERE user_id = $1 AND unread = 1"};
const db::Sql update_group_read{"community.mark_group_read", R"sql(
    UPDATE community_notifications SET unread = 0 WHERE user_id = $1 AND grouping = $2 AND unread = 1)sql"};
void mark_read(db::Tx& tx, UserId user, std::optional<NotificationGroup> group)
{
    if (group) tx.put(update_group_read, user, *group);
    else tx.put(update_read, user);
}

const db::Sql delete_old_people{"community.forget_notification_people", R"sql(
    DELETE FROM community_notification_people WHERE user_id = $1 AND key IN (
        SELECT key FROM community_notifications WHERE user_id = $1 AND grouping = $2 AND at < $3 AND unread = 0))sql"};
const db::Sql delete_old{"community.forget_notifications", R"sql(
    DELETE FROM community_notifications WHERE user_id = $1 AND grouping = $2 AND at < $3 AND unread = 0)sql"};
void forget_read(db::Tx& tx, UserId user, NotificationGroup group, Instant before)
{
    tx.put(delete_old_people, user, group, before);
    tx.put(delete_old, user, group, before);
}

}  // namespace meadow::community::store
