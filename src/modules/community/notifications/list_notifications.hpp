#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/community/notes/page.hpp"
#include "modules/community/notifications/model.hpp"

namespace meadow::community {

inline const Setting<Duration> keep_notifications{"community.keep_notifications", std::chrono::hours{24 * 180}, "How long notifications that were read are kept"};

struct NotificationCard {
    NotificationGroup group{};
    std::string what;
    std::string about;
    std::optional<identity::PersonCard> by;   // the last who did it
    std::int64_t people = 0;                  // who did it, all in all
    std::optional<NoteCard> note;             // that it is about, as far as I may see it
    std::optional<std::string> comment;       // what the comment says that it is about
    bool unread = false;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(NotificationCard, (), (group, what, about, by, people, note, comment, unread, at))

struct ListNotifications {
    std::optional<NotificationGroup> group;   // all when absent
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListNotifications, (), (group, cursor, limit))

// What I was told, newest first.
Result<Page<NotificationCard>> list_notifications(ReadCtx&, const ListNotifications&);

struct Unread {
    std::int64_t total = 0;
    std::int64_t reactions = 0;
    std::int64_t comments = 0;
    std::int64_t follows = 0;
    std::int64_t orders = 0;
    std::int64_t system = 0;
};
BOOST_DESCRIBE_STRUCT(Unread, (), (total, reactions, comments, follows, orders, system))

// The numbers on the bell.
Result<Unread> count_unread(ReadCtx&, const Nothing&);

struct MarkRead {
    std::optional<NotificationGroup> group;   // all when absent
};
BOOST_DESCRIBE_STRUCT(MarkRead, (), (group))

// Notifications that were read long ago are forgotten on the way.
Done mark_read(WriteCtx&, const MarkRead&);

}  // namespace meadow::community
