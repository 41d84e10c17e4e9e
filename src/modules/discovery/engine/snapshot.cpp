#include "modules/discovery/engine/archive.hpp"
#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr std::uint64_t mark = 0x4d'65'61'64'6f'77'00'09;   // "Meadow", form 9: counts up when State changes

}  // namespace

std::string Engine::snapshot() const
{
    ByteWriter out;
    out.raw(mark);
    State& all = const_cast<State&>(state_);   // one list of members serves reading and writing; writing changes nothing
    out(all);
    return std::move(out.bytes);
}

Engine Engine::from_snapshot(std::string_view bytes)
{
    ByteReader in(bytes);
    std::uint64_t found = 0;
    in.raw(found);
    if (found != mark) throw std::runtime_error("a snapshot of another version");
    Engine engine;
    in(engine.state_);
    if (!in.done()) throw std::runtime_error("a snapshot that is too long");
    return engine;
}

}  // namespace meadow::discovery::engine
