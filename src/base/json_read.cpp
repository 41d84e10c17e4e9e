// The only file that knows simdjson.
#include <simdjson.h>

#include <algorithm>

#include "base/json.hpp"

namespace meadow {
namespace {

namespace od = simdjson::ondemand;

class Reader {
public:
    Reader(JsonLimits limits, const std::vector<std::string_view>& elsewhere) : limits_(limits), elsewhere_(elsewhere) {}

    std::vector<FieldFault> read(std::string_view json, const TypeInfo& type, void* into)
    {
        // The parser needs some readable bytes after the end. Its buffers are kept for the thread's next document.
        thread_local od::parser parser;
        const simdjson::padded_string padded(json.data(), json.size());
        od::document document;
        if (parser.iterate(padded).get(document) != simdjson::SUCCESS) return malformed();
        try {
            od::value root;
            if (document.get_value().get(root) != simdjson::SUCCESS) return {{"", "must be a JSON object"}};
            value(root, type, into, "", 0);
            if (!broken_ && faults_.empty() && document.current_location().error() == simdjson::SUCCESS) return malformed();  // something follows
        } catch (const simdjson::simdjson_error&) {
            return malformed();
        }
        return broken_ ? malformed() : std::move(faults_);
    }

private:
    std::vector<FieldFault> malformed() const { return {{"", "is not well-formed JSON"}}; }

    void fault(const std::string& where, std::string what)
    {
        if (faults_.size() < limits_.faults) faults_.push_back({where, std::move(what)});
    }

    void value(od::value in, const TypeInfo& type, void* into, const std::string& where, std::size_t depth)
    {
        if (depth > limits_.depth) return fault(where, "is nested too deeply");
        const od::json_type kind = in.type();
        if (type.shape == Shape::optional) {
            if (kind == od::json_type::null) return;
            return value(in, type.inner(), type.emplace(into), where, depth);
        }
        switch (type.shape) {
            case Shape::object: return object(in, kind, type, into, where, depth);
            case Shape::list: return list(in, kind, type, into, where, depth);
            case Shape::boolean:
                if (kind != od::json_type::boolean) return fault(where, "must be true or false");
                *static_cast<bool*>(into) = bool(in.get_bool());
                return;
            case Shape::integer:
            case Shape::money:
            case Shape::real: {
                if (kind != od::json_type::number) return fault(where, type.shape == Shape::real ? "must be a number" : "must be a whole number");
                std::string_view token = in.raw_json_token();
                while (!token.empty() && token.back() <= ' ') token.remove_suffix(1);
                double checked = 0;  // makes the parser judge the token as JSON
                if (in.get_double().get(checked) != simdjson::SUCCESS) { broken_ = true; return; }
                if (auto what = read_scalar(token, type, into); !what.empty()) fault(where, std::move(what));
                return;
            }
            case Shape::text:
            case Shape::id:
            case Shape::instant:
            case Shape::enumeration: {
                if (kind != od::json_type::string) return fault(where, "must be a string");
                std::string_view text;
                if (in.get_string().get(text) != simdjson::SUCCESS) { broken_ = true; return; }
                if (text.empty() && (type.shape == Shape::instant || type.shape == Shape::id)) {
                    *static_cast<std::int64_t*>(into) = 0;  // how we write "none"
                    return;
                }
                if (auto what = read_scalar(text, type, into); !what.empty()) fault(where, std::move(what));
                return;
            }
            case Shape::json: {
                static_cast<RawJson*>(into)->text.assign(std::string_view(simdjson::to_json_string(in)));
                return;
            }
            case Shape::bytes:
            case Shape::optional: return fault(where, "cannot be given here");
        }
    }

    void list(od::value& in, od::json_type kind, const TypeInfo& type, void* into, const std::string& where, std::size_t depth)
    {
        if (kind != od::json_type::array) return fault(where, "must be a list");
        std::int64_t count = 0;
        for (auto element : in.get_array()) {
            od::value item = element.value();
            if (++count > type.max) continue;  // not kept, only counted
            value(item, type.inner(), type.append(into), where + "/" + std::to_string(count - 1), depth + 1);
            if (broken_) return;
        }
        if (count > type.max) fault(where, "must have at most " + std::to_string(type.max) + " entries");
        if (count < type.min) fault(where, "must have at least " + std::to_string(type.min) + " entries");
    }

    void object(od::value& in, od::json_type kind, const TypeInfo& type, void* into, const std::string& where, std::size_t depth)
    {
        if (kind != od::json_type::object) return fault(where, "must be an object");
        std::vector<bool> seen(type.members.size());
        for (auto field : in.get_object()) {
            std::string_view name;
            if (field.unescaped_key().get(name) != simdjson::SUCCESS) { broken_ = true; return; }
            const std::string at = where + "/" + pointer_token(name);
            const Member* member = type.find(name);
            if (member == nullptr || (depth == 0 && is_elsewhere(name))) {
                fault(at, "is not known here");
                continue;
            }
            const auto index = std::size_t(member - type.members.data());
            if (seen[index]) {
                fault(at, "is given twice");
                continue;
            }
            seen[index] = true;
            value(field.value(), member->type(), static_cast<char*>(into) + member->offset, at, depth + 1);
            if (broken_) return;
        }
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const Member& member = type.members[i];
            const Shape shape = member.type().shape;
            const bool may_miss = shape == Shape::optional || (shape == Shape::list && member.type().min <= 0) || shape == Shape::bytes;
            if (!seen[i] && !may_miss && !(depth == 0 && is_elsewhere(member.name))) fault(where + "/" + member.name, "is missing");
        }
    }

    bool is_elsewhere(std::string_view name) const
    {
        for (const auto other : elsewhere_)
            if (other == name) return true;
        return false;
    }

    // RFC 6901: '~' and '/' are escaped; long names are cut, between characters. Control characters, which no name of ours has, are
    // shown as '?': this ends in answers and logs.
    static std::string pointer_token(std::string_view name)
    {
        std::size_t end = std::min<std::size_t>(name.size(), 60);
        while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
        std::string out;
        for (const char c : name.substr(0, end)) {
            if (c == '~') out += "~0";
            else if (c == '/') out += "~1";
            else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out.push_back('?');
            else out.push_back(c);
        }
        return out;
    }

    const JsonLimits limits_;
    const std::vector<std::string_view>& elsewhere_;
    std::vector<FieldFault> faults_;
    bool broken_ = false;
};

}  // namespace

std::vector<FieldFault> read_json(std::string_view json, const TypeInfo& type, void* into, const std::vector<std::string_view>& elsewhere,
                                  JsonLimits limits)
{
    return Reader(limits, elsewhere).read(json, type, into);
}

}  // namespace meadow
