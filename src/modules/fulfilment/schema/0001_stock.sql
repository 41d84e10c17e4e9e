-- Home key: shop_id.
CREATE TABLE fulfilment_warehouses (
    shop_id bigint NOT NULL,
    warehouse_id bigint NOT NULL,       -- the first of a shop has the shop's own number, so it cannot be made twice
    name text NOT NULL,
    type text NOT NULL,                 -- self, trade, bonded, overseas
    rank bigint NOT NULL,               -- orders are taken from the lowest rank that has the pieces
    opened_at bigint NOT NULL,
    PRIMARY KEY (shop_id, warehouse_id)
) @clustered;
CREATE TABLE fulfilment_stock (
    shop_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    warehouse_id bigint NOT NULL,
    rank bigint NOT NULL,               -- of the warehouse, kept here so that one statement chooses and takes
    available bigint NOT NULL CHECK (available >= 0),
    held bigint NOT NULL CHECK (held >= 0),
    sold bigint NOT NULL CHECK (sold >= 0),
    hold_limit bigint NOT NULL,         -- pieces one person may hold unpaid; 0: only the shop-wide limit counts
    version bigint NOT NULL,            -- counts the moves: whoever sets a total says which one was counted
    PRIMARY KEY (shop_id, sku_id, warehouse_id)
) @clustered;
-- The journal, append-only. Each pieces' way through the buckets is numbered by `step`; the key lets every step happen once, which
-- makes the journal the hold itself: an order holds what was moved into `held` by a step without a successor.
CREATE TABLE fulfilment_stock_moves (
    shop_id bigint NOT NULL,
    cause_id bigint NOT NULL,           -- the order, or the number of the correction
    sku_id bigint NOT NULL,
    warehouse_id bigint NOT NULL,
    step bigint NOT NULL,
    from_bucket text NOT NULL,          -- outside, available, held, sold
    to_bucket text NOT NULL,
    count bigint NOT NULL,
    who_id bigint NOT NULL,             -- the buyer, the staff member; 0: nobody but time
    why text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, cause_id, sku_id, warehouse_id, step)
) @clustered;
-- What one person holds unpaid in one shop. Rows exist only while there is something.
CREATE TABLE fulfilment_allowances (
    shop_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    sku_id bigint NOT NULL,             -- 0: of all SKUs together
    held bigint NOT NULL,
    PRIMARY KEY (shop_id, buyer_id, sku_id)
) @clustered;
