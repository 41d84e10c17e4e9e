#include "modules/trading/addresses/store.hpp"

namespace meadow::trading::store {

const db::Sql count_in_sql{"trading.count_address_in", R"sql(
    INSERT INTO trading_address_books (buyer_id, addresses, default_id) VALUES ($1, 1, $2)
    ON CONFLICT (buyer_id) DO UPDATE SET addresses = trading_address_books.addresses + 1,
        default_id = CASE WHEN trading_address_books.default_id = 0 THEN $2 ELSE trading_address_books.default_id END
    WHERE trading_address_books.addresses < $3)sql"};
bool count_in(db::Tx& tx, UserId buyer, AddressId address, std::int64_t most) { return tx.exec(count_in_sql, buyer, address, most) == 1; }

const db::Sql count_out_sql{"trading.count_address_out", R"sql(
    UPDATE trading_address_books SET addresses = addresses - 1, default_id = CASE WHEN default_id = $2 THEN 0 ELSE default_id END
     WHERE buyer_id = $1)sql"};
void count_out(db::Tx& tx, UserId buyer, AddressId address) { tx.put(count_out_sql, buyer, address); }

const db::Sql set_default_sql{"trading.set_default_address", "UPDATE trading_address_books SET default_id = $2 WHERE buyer_id = $1"};
void set_default(db::Tx& tx, UserId buyer, AddressId address) { tx.put(set_default_sql, buyer, address); }

const db::Sql select_default{"trading.select_default_address", "SELECT default_id FROM trading_address_books WHERE buyer_id = $1"};
AddressId find_default(db::ReadTx& tx, UserId buyer) { return tx.one<AddressId>(select_default, buyer).value_or(AddressId{}); }

const db::Sql insert_address_sql{"trading.insert_address", R"sql(
    INSERT INTO trading_addresses (buyer_id, address_id, receiver, phone, province, city, district, detail)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_address(db::Tx& tx, UserId buyer, const Address& a)
{
    tx.put(insert_address_sql, buyer, a.id, a.receiver, a.phone, a.province, a.city, a.district, a.detail);
}

const db::Sql update_address_sql{"trading.update_address", R"sql(
    UPDATE trading_addresses SET receiver = $3, phone = $4, province = $5, city = $6, district = $7, detail = $8
     WHERE buyer_id = $1 AND address_id = $2)sql"};
bool update_address(db::Tx& tx, UserId buyer, const Address& a)
{
    return tx.exec(update_address_sql, buyer, a.id, a.receiver, a.phone, a.province, a.city, a.district, a.detail) == 1;
}

const db::Sql delete_address_sql{"trading.delete_address", "DELETE FROM trading_addresses WHERE buyer_id = $1 AND address_id = $2"};
bool delete_address(db::Tx& tx, UserId buyer, AddressId address) { return tx.exec(delete_address_sql, buyer, address) == 1; }

const db::Sql select_address{"trading.select_address", R"sql(
    SELECT address_id, receiver, phone, province, city, district, detail FROM trading_addresses WHERE buyer_id = $1 AND address_id = $2)sql"};
db::Asked<Address> ask_address(db::ReadTx& tx, UserId buyer, AddressId address) { return db::ask<Address>(tx, select_address, buyer, address); }

const db::Sql select_addresses{"trading.select_addresses", R"sql(
    SELECT address_id, receiver, phone, province, city, district, detail FROM trading_addresses WHERE buyer_id = $1
     ORDER BY address_id DESC)sql"};
std::vector<Address> list_addresses(db::ReadTx& tx, UserId buyer) { return tx.all<Address>(select_addresses, buyer); }

const db::Sql delete_all_addresses{"trading.delete_all_addresses", "DELETE FROM trading_addresses WHERE buyer_id = $1"};
const db::Sql delete_book_sql{"trading.delete_address_book", "DELETE FROM trading_address_books WHERE buyer_id = $1"};
void delete_book(db::Tx& tx, UserId buyer)
{
    tx.put(delete_all_addresses, buyer);
    tx.put(delete_book_sql, buyer);
}

}  // namespace meadow::trading::store
