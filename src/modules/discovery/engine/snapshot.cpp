// Two parts, of about the same weight when a town is large, so that two may read them at once: what goes with what, and all else. Behind them
// stands where the first ends.
#include "modules/discovery/engine/archive.hpp"
#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr std::uint64_t mark = 0x4d'65'61'64'6f'77'00'0c;   // "Meadow", form 12: counts up when State changes

template <class Part>
void read(std::string_view bytes, Part part)
{
    ByteReader in(bytes);
    part(in);
    if (!in.done()) throw std::runtime_error("a snapshot that is too long");
}

}  // namespace

void Engine::write(const Sink& to) const
{
    ByteWriter out(to);
    out.raw(mark);
    State& all = const_cast<State&>(state_);   // one list of members serves reading and writing; writing changes nothing
    all.each_taste(out);
    const std::uint64_t middle = out.written();
    all.each_other(out);
    out.raw(middle);
    out.end();
}

std::string Engine::snapshot() const
{
    std::string out;
    write([&out](std::string_view piece) { out += piece; });
    return out;
}

Engine Engine::from_snapshot(std::string_view bytes, const Together& together)
{
    std::uint64_t found = 0, middle = 0;
    constexpr std::size_t most = sizeof found + sizeof middle;
    if (bytes.size() < most) throw std::runtime_error("a snapshot that ends too early");
    std::memcpy(&found, bytes.data(), sizeof found);
    if (found != mark) throw std::runtime_error("a snapshot of another version");
    std::memcpy(&middle, bytes.data() + bytes.size() - sizeof middle, sizeof middle);
    bytes.remove_suffix(sizeof middle);
    if (middle < sizeof found || middle > bytes.size()) throw std::runtime_error("a snapshot that ends too early");
    Engine engine;
    State& state = engine.state_;
    together([&] { read(bytes.substr(sizeof found, middle - sizeof found), [&state](ByteReader& in) { state.each_taste(in); }); },
             [&] { read(bytes.substr(middle), [&state](ByteReader& in) { state.each_other(in); }); });
    return engine;
}

}  // namespace meadow::discovery::engine
