// community_notifications, community_notification_people (home: who is notified).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/community/notifications/model.hpp"

namespace meadow::community::store {

// False when there is one with this key.
bool insert_notification(db::Tx&, const Notification&);
// One more person did the same: the notification is the newest again. False when it is not there or was read, and nothing changed.
bool add_to_unread(db::Tx&, const Notification&);
// The same whether it was read or is new.
void gather(db::Tx&, const Notification&);
bool insert_person(db::Tx&, UserId to, std::string_view key, UserId by);
bool delete_person(db::Tx&, UserId to, std::string_view key, UserId by);
// One of those who still did it.
std::optional<UserId> find_person(db::ReadTx&, UserId to, std::string_view key);
void take_person_out(db::Tx&, UserId to, std::string_view key, UserId last);
void delete_notification(db::Tx&, UserId to, std::string_view key);

// Newest first; all groups or one.
std::vector<Notification> list_notifications(db::ReadTx&, UserId, std::optional<NotificationGroup>, Cursor, std::int64_t limit);
struct UnreadRow {
    NotificationGroup group{};
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(UnreadRow, (), (group, count))
std::vector<UnreadRow> count_unread(db::ReadTx&, UserId);
void mark_read(db::Tx&, UserId, std::optional<NotificationGroup>);
// Forgets what was read and is older than that.
void forget_read(db::Tx&, UserId, NotificationGroup, Instant before);

}  // namespace meadow::community::store
