-- Home key: shop_id. A packing slip is what an order needs to leave the house; parcels take its lines away.
CREATE TABLE fulfilment_slips (
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    state text NOT NULL,                -- open, shipped, cancelled
    pieces bigint NOT NULL,             -- ordered
    shipped bigint NOT NULL CHECK (shipped <= pieces),
    delivered bigint NOT NULL CHECK (delivered <= shipped),
    parcels bigint NOT NULL,
    opened_at bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id)
) @clustered;
CREATE INDEX fulfilment_slips_open ON fulfilment_slips (shop_id, order_id) WHERE state = 'open';
CREATE TABLE fulfilment_slip_lines (
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    product_id bigint NOT NULL,
    ordered bigint NOT NULL,
    shipped bigint NOT NULL CHECK (shipped <= ordered),
    PRIMARY KEY (shop_id, order_id, sku_id)
) @clustered;
CREATE TABLE fulfilment_slip_moves (
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    state text NOT NULL,                -- each is entered once
    who_id bigint NOT NULL,             -- 0: followed from the order
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, order_id, state)
) @clustered;
CREATE TABLE fulfilment_parcels (
    shop_id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    order_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    state text NOT NULL,                -- shipped, in_transit, delivered, lost, returned
    carrier text NOT NULL,              -- as tracking knows it; `other` when it knows none
    carrier_name text NOT NULL,         -- as the merchant wrote it
    waybill text NOT NULL,
    pieces bigint NOT NULL,
    corrections bigint NOT NULL,        -- of the waybill
    shipped_at bigint NOT NULL,
    PRIMARY KEY (shop_id, parcel_id)
) @clustered;
CREATE INDEX fulfilment_parcels_order ON fulfilment_parcels (shop_id, order_id, parcel_id);
CREATE TABLE fulfilment_parcel_lines (
    shop_id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    sku_id bigint NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (shop_id, parcel_id, sku_id)
) @clustered;
CREATE TABLE fulfilment_parcel_moves (
    shop_id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    move_id bigint NOT NULL,
    state text NOT NULL,
    who_id bigint NOT NULL,             -- 0: the carrier, or time
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, parcel_id, move_id)
) @clustered;
-- The way of a parcel as told: each scan once, however often and in whatever order carriers tell it.
CREATE TABLE fulfilment_scans (
    shop_id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    scan text NOT NULL,                 -- the carrier's number of the scan
    state text NOT NULL,
    place text NOT NULL,
    what text NOT NULL,
    at bigint NOT NULL,                 -- when it happened, says the carrier
    told_at bigint NOT NULL,
    PRIMARY KEY (shop_id, parcel_id, scan)
) @clustered;
-- From a carrier's waybill to the parcel. Home key: the carrier. The row is the claim, so a number is used by one parcel.
CREATE TABLE fulfilment_waybills (
    carrier text NOT NULL,
    waybill text NOT NULL,
    shop_id bigint NOT NULL,
    parcel_id bigint NOT NULL,
    open bigint NOT NULL,               -- 1: still on its way
    PRIMARY KEY (carrier, waybill)
) @clustered;
-- What carriers sign their messages with. Home key: the carrier.
CREATE TABLE fulfilment_carrier_secrets (
    carrier text NOT NULL PRIMARY KEY,
    secret text NOT NULL
);
