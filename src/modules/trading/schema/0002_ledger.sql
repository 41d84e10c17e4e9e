-- Double entry. Home key: shop_id; each shop's books are whole in themselves and sum to zero.
CREATE TABLE trading_postings (         -- one movement of money; the key makes it happen once
    shop_id bigint NOT NULL,
    reference text NOT NULL,
    posting_id bigint NOT NULL,
    PRIMARY KEY (shop_id, reference)
) @clustered;
CREATE TABLE trading_entries (          -- its sides, immutable; the key keeps each account's statement together
    shop_id bigint NOT NULL,
    kind text NOT NULL,
    holder bigint NOT NULL,
    posting_id bigint NOT NULL,
    order_id bigint NOT NULL,
    what text NOT NULL,
    amount bigint NOT NULL,             -- positive: more is owed to the account's holder
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, kind, holder, posting_id)
) @clustered;
CREATE TABLE trading_balances (
    shop_id bigint NOT NULL,
    kind text NOT NULL,
    holder bigint NOT NULL,
    balance bigint NOT NULL,
    PRIMARY KEY (shop_id, kind, holder)
) @clustered;
