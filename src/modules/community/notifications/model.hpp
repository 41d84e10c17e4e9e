// What somebody is told on the bell's page.
#pragma once
#include <string>

#include "modules/community/community.hpp"

namespace meadow::community {

struct Notification {
    UserId to;
    std::string key;            // what belongs together has one key
    std::int64_t id = 0;
    NotificationGroup group{};
    std::string what;           // "liked", "commented", "followed", …: the web's word for it
    std::string about;          // the id text of what it is about; may be empty
    UserId by;                  // the last who did it; none: the house
    std::int64_t people = 0;
    bool unread = true;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Notification, (), (to, key, id, group, what, about, by, people, unread, at))

// What an open stream is told.
struct BellRing {
    std::string group;
    std::string what;
    std::string about;
};
BOOST_DESCRIBE_STRUCT(BellRing, (), (group, what, about))

}  // namespace meadow::community
