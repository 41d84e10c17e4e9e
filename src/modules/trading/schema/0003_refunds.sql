-- Requests for the money back, and payments nobody was waiting for. Home key: shop_id.
CREATE TABLE trading_refunds (
    shop_id bigint NOT NULL,
    refund_id bigint NOT NULL,
    order_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    cause text NOT NULL,
    state text NOT NULL,
    amount bigint NOT NULL,
    reason text NOT NULL,
    words text NOT NULL,                -- the buyer's own
    shipped bigint NOT NULL,            -- 0/1: something had left when it was asked for
    settled bigint NOT NULL,            -- 0/1: the shop already had the money
    answer text NOT NULL,               -- why it was turned down
    asked_at bigint NOT NULL,
    answer_by bigint NOT NULL,
    decided_at bigint NOT NULL,
    closed_at bigint NOT NULL,
    PRIMARY KEY (shop_id, refund_id)
);
CREATE INDEX trading_refunds_open ON trading_refunds (shop_id, refund_id) WHERE state IN ('asked', 'escalated');
CREATE TABLE trading_refund_moves (
    shop_id bigint NOT NULL,
    refund_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_user bigint NOT NULL,
    why text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (shop_id, refund_id, move_id)
) @clustered;
