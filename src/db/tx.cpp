#include "db/tx.hpp"

#include "base/json.hpp"

namespace meadow::db {
namespace {

[[noreturn]] void misfit(const TypeInfo& type, std::string_view found)
{
    throw Fault(Fault::Kind::broken, "a column does not fit " + (type.name.empty() ? std::string("its member") : type.name) + ": " +
                                         std::string(found));
}

void read_json_column(Rows& rows, int column, const TypeInfo& type, void* into)
{
    const auto faults = read_json(rows.text(column), type, into);
    if (!faults.empty()) misfit(type, faults.front().where + " " + faults.front().what);
}

}  // namespace

int read_columns(Rows& rows, int first, const TypeInfo& type, void* into)
{
    switch (type.shape) {
        case Shape::object:
            for (const Member& m : type.members) first = read_columns(rows, first, m.type(), static_cast<char*>(into) + m.offset);
            return first;
        case Shape::optional:
            if (rows.null(first)) return first + 1;
            return read_columns(rows, first, type.inner(), type.emplace(into));
        case Shape::boolean: *static_cast<bool*>(into) = rows.integer(first) != 0; break;
        case Shape::integer: store_integer(type, into, rows.integer(first)); break;
        case Shape::id:
        case Shape::money:
        case Shape::instant: *static_cast<std::int64_t*>(into) = rows.integer(first); break;
        case Shape::real: *static_cast<double*>(into) = rows.real(first); break;
        case Shape::text: static_cast<std::string*>(into)->assign(rows.text(first)); break;
        case Shape::json: static_cast<RawJson*>(into)->text.assign(rows.text(first)); break;
        case Shape::enumeration: {
            const auto value = enum_value(type, rows.text(first));
            if (!value) misfit(type, rows.text(first));
            store_integer(type, into, *value);
            break;
        }
        case Shape::list: read_json_column(rows, first, type, into); break;
        case Shape::bytes: misfit(type, "an upload is not stored in a column");
    }
    return first + 1;
}

}  // namespace meadow::db
