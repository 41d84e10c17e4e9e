// What community does by itself, and what it keeps in memory.
#include "base/json.hpp"
#include "modules/community/events.hpp"
#include "modules/community/module.hpp"
#include "modules/community/notes/shelf.hpp"
#include "modules/community/notifications/hub.hpp"
#include "modules/community/notifications/model.hpp"
#include "modules/community/views/fold_views.hpp"
#include "modules/identity/events.hpp"

namespace meadow::community {

using jobs::on;

void add_adapters(jobs::Adapters& adapters)
{
    adapters.put(std::make_shared<NotificationHub>());
    adapters.put(std::make_shared<NoteShelf>());
}

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.every(1s, [&world] {
        while (fold_views(world) > 0) {}
    });
    pump.every(1min, [&world] { forget_old_views(world); });

    NotificationHub& hub = world.adapters.get<NotificationHub>();
    NoteShelf& shelf = world.adapters.get<NoteShelf>();
    pump.follow([&world, &hub, &shelf](const std::vector<jobs::News>& news) {
        for (const jobs::News& item : news) {
            on<Notified>(item, [&](const auto& e) { hub.send(e.user, "notified", to_json(BellRing{e.group, e.what, e.about})); });
            on<identity::ProfileChanged>(item, [&](const auto& e) { shelf.author_changed(e.user, world.clock.now()); });
            on<identity::OfficialChanged>(item, [&](const auto& e) { shelf.author_changed(e.user, world.clock.now()); });
        }
    });
}

}  // namespace meadow::community
