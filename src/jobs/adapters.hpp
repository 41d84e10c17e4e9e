// The means to reach the world outside the database: where media files are kept, who takes payments, who carries parcels. Each
// is a type of its own, an interface or a plain class; floor 3 puts in the real ones, the tests' Town those that record and fail
// on demand. A verb asks for one by type: `ctx.outside<blobs::Store>()`.
#pragma once
#include <cassert>
#include <memory>
#include <typeindex>
#include <unordered_map>
#include <utility>

namespace meadow::jobs {

class Adapters {
public:
    // Replaces the one that was there.
    template <class Port>
    void put(std::shared_ptr<Port> adapter) { held_[typeid(Port)] = std::move(adapter); }

    // Asking for what nobody put in is a bug of the wiring.
    template <class Port>
    Port& get() const
    {
        const auto found = held_.find(typeid(Port));
        assert(found != held_.end() && "no such adapter was put in at wiring");
        return *static_cast<Port*>(found->second.get());
    }

private:
    std::unordered_map<std::type_index, std::shared_ptr<void>> held_;
};

}  // namespace meadow::jobs
