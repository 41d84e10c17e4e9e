#pragma once
#include "jobs/context.hpp"
#include "modules/identity/accounts/model.hpp"
#include "modules/identity/accounts/show_person.hpp"

namespace meadow::identity {

// Members that are absent stay as they are.
struct EditProfile {
    std::optional<Name> name;
    std::optional<Bio> bio;
    std::optional<City> city;
    std::optional<MediaId> avatar;
};
BOOST_DESCRIBE_STRUCT(EditProfile, (), (name, bio, city, avatar))

Result<Profile> edit_profile(WriteCtx&, const EditProfile&);

}  // namespace meadow::identity
