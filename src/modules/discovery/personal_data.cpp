// What discovery knows about a person, for the export of their data.
#include "base/json.hpp"
#include "modules/discovery/interests/list_interests.hpp"
#include "modules/discovery/module.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/list_hidden.hpp"

namespace meadow::discovery {
namespace {

struct PersonalData {
    ReaderRow feed;
    std::vector<Interest> interests;
    Hidden hidden;
};
BOOST_DESCRIBE_STRUCT(PersonalData, (), (feed, interests, hidden))

}  // namespace

void add_personal_data(identity::DataContributors& contributors)
{
    contributors.add("discovery", [](ReadCtx& ctx, UserId user) {
        Who them = ctx.who;
        them.user = user;
        ReadCtx as_they_see_it{ctx.tx, ctx.now, them, ctx.settings, ctx.adapters, ctx.reply, ctx.address};
        return to_json(PersonalData{store::find_reader(ctx.tx, user).value_or(ReaderRow{}), list_interests(as_they_see_it, {})->items,
                                    *list_hidden(as_they_see_it, {})});
    });
}

}  // namespace meadow::discovery
