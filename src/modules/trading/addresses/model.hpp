// Where a buyer's parcels may go. Nobody sees another's addresses; an order keeps a copy of its own.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"

namespace meadow::trading {

inline const Setting<std::int64_t> most_addresses{"trading.most_addresses", 50, "How many addresses one person may keep"};

struct Address {
    AddressId id;
    std::string receiver;
    std::string phone;
    std::string province;
    std::string city;
    std::string district;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Address, (), (id, receiver, phone, province, city, district, detail))

// What a person types. District may be empty: some cities have none.
struct AddressForm {
    Text<1, 40> receiver;
    Text<5, 24> phone;
    Text<1, 40> province;
    Text<1, 40> city;
    Text<0, 40> district;
    Text<1, 200> detail;
};
BOOST_DESCRIBE_STRUCT(AddressForm, (), (receiver, phone, province, city, district, detail))

// A number a courier can call: 7 to 15 digits (E.164), written with spaces, hyphens or a leading +.
bool well_formed_phone(std::string_view);

}  // namespace meadow::trading
