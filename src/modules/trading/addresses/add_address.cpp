#include "modules/trading/addresses/add_address.hpp"

#include "modules/trading/addresses/store.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

Result<Address> address_of(const AddressForm& form, AddressId id)
{
    if (!well_formed_phone(form.phone)) return refuse(bad_address, "", {{"/phone", "must be a phone number of 7 to 15 digits"}});
    return Address{id, form.receiver, form.phone, form.province, form.city, form.district, form.detail};
}

Result<Address> add_address(WriteCtx& ctx, const AddressForm& in)
{
    const Address address = TRY(address_of(in, ctx.new_id<AddressId>()));
    if (!store::count_in(ctx.tx, ctx.who.user, address.id, most_addresses(ctx))) return refuse(too_many_addresses, "Remove one first");
    store::insert_address(ctx.tx, ctx.who.user, address);
    return address;
}

}  // namespace meadow::trading
