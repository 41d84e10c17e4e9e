-- Home key: buyer_id for what a buyer keeps (addresses, cart, the list of orders), shop_id for everything else.
CREATE TABLE trading_address_books (    -- one row a buyer: guards how many addresses there are and which one is the default
    buyer_id bigint NOT NULL PRIMARY KEY,
    addresses bigint NOT NULL,
    default_id bigint NOT NULL          -- 0: none
);
CREATE TABLE trading_addresses (
    buyer_id bigint NOT NULL,
    address_id bigint NOT NULL,
    receiver text NOT NULL,
    phone text NOT NULL,
    province text NOT NULL,
    city text NOT NULL,
    district text NOT NULL,
    detail text NOT NULL,
    PRIMARY KEY (buyer_id, address_id)
) @clustered;
CREATE TABLE trading_carts (            -- one row a buyer: guards how many lines there are
    buyer_id bigint NOT NULL PRIMARY KEY,
    lines bigint NOT NULL
);
CREATE TABLE trading_cart_lines (
    buyer_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    count bigint NOT NULL,
    seen_price bigint NOT NULL,         -- of one piece, when it was put in or last looked at
    note_id bigint,                     -- the note the buyer came from
    added_at bigint NOT NULL,
    PRIMARY KEY (buyer_id, shop_id, sku_id)
) @clustered;
CREATE TABLE trading_shop_terms (       -- what a shop asks for shipping; a shop without a row ships free
    shop_id bigint NOT NULL PRIMARY KEY,
    shipping_fee bigint NOT NULL,
    free_from bigint,
    round_to bigint NOT NULL
);
-- Not clustered: rows are large (papers), and a clustered table would keep them in its inner pages. Beside its key it has no index
-- that placing an order must pay for: the partial one holds only what waits for the merchant.
CREATE TABLE trading_orders (
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    state text NOT NULL,
    settlement text NOT NULL,           -- instant, escrow
    total bigint NOT NULL,
    fee bigint NOT NULL,
    payment_id bigint NOT NULL,         -- 0: not paid
    refund_id bigint NOT NULL,          -- 0: never asked for
    refunds bigint NOT NULL,
    placed_at bigint NOT NULL,
    pay_by bigint NOT NULL,
    paid_at bigint NOT NULL,            -- this and what follows: 0 until it happens
    shipped_at bigint NOT NULL,
    delivered_at bigint NOT NULL,
    confirm_by bigint NOT NULL,
    extensions bigint NOT NULL,
    completed_at bigint NOT NULL,
    closed_at bigint NOT NULL,
    version bigint NOT NULL,            -- counts changes; the guard of the next one
    papers text NOT NULL,               -- JSON of OrderPapers; never changes
    PRIMARY KEY (shop_id, order_id)
);
CREATE INDEX trading_orders_waiting ON trading_orders (shop_id, order_id) WHERE state IN ('paid', 'refunding');
CREATE TABLE trading_order_moves (      -- the order itself says when it was placed; here is every move after that
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_user bigint NOT NULL,            -- 0: nobody, a timer or the gateway
    why text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, move_id)
) @clustered;
CREATE TABLE trading_buyer_orders (     -- projection of trading_orders at the buyer's home, kept by listen.cpp
    buyer_id bigint NOT NULL,
    order_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    state text NOT NULL,
    total bigint NOT NULL,
    pay_by bigint NOT NULL,
    lines text NOT NULL,                -- JSON of BuyerOrderLine[]: what is shown in the list
    PRIMARY KEY (buyer_id, order_id)
) @clustered;
