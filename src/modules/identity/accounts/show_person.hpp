#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"

namespace meadow::identity {

struct Profile {
    UserId id;
    std::string handle;
    std::string name;
    std::string bio;
    std::string city;
    MediaId avatar;
    std::string official;
    Instant joined_at;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (id, handle, name, bio, city, avatar, official, joined_at))

struct ShowPerson {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(ShowPerson, (), (user))

struct FindPerson {
    Handle handle;
};
BOOST_DESCRIBE_STRUCT(FindPerson, (), (handle))

Result<Profile> show_person(ReadCtx&, const ShowPerson&);
Result<Profile> find_person(ReadCtx&, const FindPerson&);
Result<Profile> show_me(ReadCtx&, const Nothing&);

}  // namespace meadow::identity
