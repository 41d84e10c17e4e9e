-- Home key: toucher_id for touches, author_id for credits and earnings, shop_id for what a shop sees.
CREATE TABLE creators_touches (         -- what led somebody to a product: one row for each note and kind, however often it happened
    toucher_id bigint NOT NULL,         -- a person; below zero a visitor who is not signed in
    product_id bigint NOT NULL,
    note_id bigint NOT NULL,
    kind text NOT NULL,                 -- view, click, share
    author_id bigint NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    PRIMARY KEY (toucher_id, product_id, note_id, kind)
) @clustered;
CREATE INDEX creators_touches_old ON creators_touches (last_at);
CREATE TABLE creators_credits (
    author_id bigint NOT NULL,
    credit_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    product_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    note_id bigint NOT NULL,            -- the note that sold it
    first_note_id bigint NOT NULL,
    first_at bigint NOT NULL,
    last_note_id bigint NOT NULL,
    last_at bigint NOT NULL,
    pieces bigint NOT NULL,
    base bigint NOT NULL,               -- what was paid for the line
    rate bigint NOT NULL,
    commission bigint NOT NULL,         -- of it, what the merchant pays
    platform_part bigint NOT NULL,      -- of that, what the platform keeps
    state text NOT NULL,
    placed_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (author_id, credit_id)
) @clustered;
CREATE TABLE creators_credit_moves (
    author_id bigint NOT NULL,
    credit_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    why text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (author_id, credit_id, move_id)
) @clustered;
CREATE TABLE creators_order_lines (     -- whose credit an order's line is, found by the order; its key makes a line credited once
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    author_id bigint NOT NULL,
    credit_id bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, sku_id)
) @clustered;
CREATE TABLE creators_earnings (        -- each author's credits by state: how many, and what they bring
    author_id bigint NOT NULL,
    state text NOT NULL,
    credits bigint NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (author_id, state)
) @clustered;
CREATE TABLE creators_note_sales (      -- what each note did for a shop's product
    shop_id bigint NOT NULL,
    product_id bigint NOT NULL,
    note_id bigint NOT NULL,
    author_id bigint NOT NULL,
    views bigint NOT NULL,              -- people, not times
    clicks bigint NOT NULL,
    shares bigint NOT NULL,
    orders bigint NOT NULL,             -- lines of orders placed
    paid bigint NOT NULL,               -- of them paid
    refunded bigint NOT NULL,           -- of these given back
    pieces bigint NOT NULL,             -- paid for
    sold bigint NOT NULL,               -- fen paid, refunds included
    returned bigint NOT NULL,           -- fen given back
    commission bigint NOT NULL,         -- fen owed for what was paid and not given back
    PRIMARY KEY (shop_id, product_id, note_id)
) @clustered;
