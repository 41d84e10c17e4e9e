#include "http/openapi_schemas.hpp"

namespace meadow::http {
namespace {

std::string bound(std::string_view name, std::int64_t value) { return ",\"" + std::string(name) + "\":" + std::to_string(value); }

std::string bounds(const TypeInfo& type, std::string_view least, std::string_view most)
{
    std::string out;
    if (type.min != INT64_MIN && !(type.min == 0 && type.shape != Shape::integer)) out += bound(least, type.min);
    if (type.max != INT64_MAX) out += bound(most, type.max);
    return out;
}

std::string names_of(const TypeInfo& type)
{
    std::string out;
    for (const EnumName& n : type.names) out += (out.empty() ? "\"" : ",\"") + n.name + "\"";
    return out;
}

bool same_shape(const TypeInfo& a, const TypeInfo& b)
{
    if (a.shape != b.shape || names_of(a) != names_of(b) || a.members.size() != b.members.size()) return false;
    for (std::size_t i = 0; i < a.members.size(); ++i)
        if (a.members[i].name != b.members[i].name || &a.members[i].type() != &b.members[i].type()) return false;
    return true;
}

}  // namespace

std::string Schemas::of(const TypeInfo& type)
{
    switch (type.shape) {
        case Shape::boolean: return R"({"type":"boolean"})";
        case Shape::integer: return R"({"type":"integer","format":"int64")" + bounds(type, "minimum", "maximum") + "}";
        case Shape::real: return R"({"type":"number"})";
        case Shape::text: return R"({"type":"string")" + bounds(type, "minLength", "maxLength") + "}";
        case Shape::id: return R"({"type":"string","pattern":"^()" + type.name + R"(_[0-9A-HJKMNP-TV-Z]{13})?$","description":"empty: none"})";
        case Shape::money: return R"({"type":"integer","format":"int64","description":"minor units of the currency, fen for CNY"})";
        case Shape::instant: return R"({"type":"string","format":"date-time","description":"UTC, milliseconds; empty: not yet"})";
        case Shape::enumeration: return reference(type);
        case Shape::json: return type.inner != nullptr ? of(type.inner()) : R"({"description":"any JSON"})";
        case Shape::bytes: return R"({"type":"string","format":"binary"})";
        case Shape::list: return R"({"type":"array")" + bounds(type, "minItems", "maxItems") + R"(,"items":)" + of(type.inner()) + "}";
        case Shape::optional: return of(type.inner());
        case Shape::object: return reference(type);
    }
    return "{}";
}

std::string Schemas::reference(const TypeInfo& type)
{
    const auto [at, fresh] = components_.emplace(type.name, &type);
    if (fresh) unwritten_.push_back(type.name);
    else if (at->second != &type && !same_shape(*at->second, type)) conflicts_.insert(type.name);
    return R"({"$ref":"#/components/schemas/)" + type.name + "\"}";
}

void Schemas::note_input(const TypeInfo& type)
{
    if (type.inner != nullptr) return note_input(type.inner());
    if (type.shape != Shape::object || !inputs_.insert(&type).second) return;
    for (const Member& m : type.members) note_input(m.type());
}

bool Schemas::may_miss(const TypeInfo& member, bool input)
{
    return member.shape == Shape::optional || (input && member.shape == Shape::list && member.min <= 0);
}

void Schemas::write_components(PrettyJson& json)
{
    std::map<std::string, std::string> members;  // by component and member; written once all components are known
    for (std::size_t i = 0; i < unwritten_.size(); ++i) {
        const std::string name = unwritten_[i];  // of() may lengthen the list
        for (const Member& m : components_.at(name)->members) members[name + "." + m.name] = of(m.type());
    }
    for (const auto& [name, type] : components_) {
        if (type->shape == Shape::enumeration) {
            json.raw(name, R"({"type":"string","enum":[)" + names_of(*type) + "]}");
            continue;
        }
        json.object(name, [&, known = name, info = type] {
            std::string required;
            for (const Member& m : info->members)
                if (!may_miss(m.type(), inputs_.contains(info))) required += (required.empty() ? "\"" : ",\"") + m.name + "\"";
            json.text("type", "object");
            if (!required.empty()) json.raw("required", "[" + required + "]");
            json.truth("additionalProperties", false);
            json.object("properties", [&] {
                for (const Member& m : info->members) json.raw(m.name, members.at(known + "." + m.name));
            });
        });
    }
}

}  // namespace meadow::http
