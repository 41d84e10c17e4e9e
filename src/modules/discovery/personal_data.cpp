// What discovery knows about a person, for the export of their data.
#include "base/json.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/interests/list_interests.hpp"
#include "modules/discovery/module.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/list_hidden.hpp"

namespace meadow::discovery {
namespace {

struct PersonalData {
    ReaderRow feed;
    std::vector<Interest> interests;
    std::vector<NoteId> found_notes;          // by what they searched for lately, as far as their feed uses it
    std::vector<ProductId> found_products;
    Hidden hidden;
};
BOOST_DESCRIBE_STRUCT(PersonalData, (), (feed, interests, found_notes, found_products, hidden))

}  // namespace

void add_personal_data(identity::DataContributors& contributors)
{
    contributors.add("discovery", [](ReadCtx& ctx, UserId user) {
        Who them = ctx.who;
        them.user = user;
        ReadCtx as_they_see_it{ctx.tx, ctx.now, them, ctx.settings, ctx.adapters, ctx.reply, ctx.address};
        PersonalData all{store::find_reader(ctx.tx, user).value_or(ReaderRow{}), list_interests(as_they_see_it, {})->items, {}, {}, *list_hidden(as_they_see_it, {})};
        ctx.outside<Curator>().look([&](const engine::State& state) {
            const engine::Reader* const reader = state.find_reader(user);
            if (reader == nullptr) return;
            for (const engine::Found& found : reader->searches.notes) all.found_notes.push_back(state.notes[found.which].id);
            for (const engine::Found& found : reader->searches.products) all.found_products.push_back(state.products[found.which].id);
        });
        return to_json(all);
    });
}

}  // namespace meadow::discovery
