-- Payments through the gateway. Home key: buyer_id; a payment covers orders of several shops.
CREATE TABLE trading_payments (
    buyer_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    state text NOT NULL,
    amount bigint NOT NULL,
    refunded bigint NOT NULL,
    currency text NOT NULL,
    pay_url text NOT NULL,
    transaction_name text NOT NULL,     -- the gateway's; empty until paid
    asked bigint NOT NULL,
    opened_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    paid_at bigint NOT NULL,            -- 0: not yet
    changed_at bigint NOT NULL,
    PRIMARY KEY (buyer_id, payment_id)
);
CREATE INDEX trading_payments_paid ON trading_payments (paid_at, payment_id) WHERE paid_at > 0;
CREATE TABLE trading_payment_lines (
    buyer_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    amount bigint NOT NULL,
    outcome text NOT NULL,              -- waiting, paid, returned
    PRIMARY KEY (buyer_id, payment_id, shop_id, order_id)
) @clustered;
CREATE TABLE trading_payment_attempts ( -- the latest payment opened for an order; an older open one is closed
    buyer_id bigint NOT NULL,
    order_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    PRIMARY KEY (buyer_id, order_id)
) @clustered;
CREATE TABLE trading_payment_moves (
    buyer_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_user bigint NOT NULL,            -- 0: nobody, the gateway or a timer
    why text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (buyer_id, payment_id, move_id)
) @clustered;
CREATE TABLE trading_payment_alarms (   -- what a person must look at: money that does not fit what was asked for
    buyer_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    what text NOT NULL,
    report text NOT NULL,               -- the gateway's word, as JSON
    at bigint NOT NULL,
    PRIMARY KEY (buyer_id, payment_id, what)
) @clustered;
CREATE TABLE trading_give_backs (       -- refunds on their way through the gateway
    buyer_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    refund_id bigint NOT NULL,
    shop_id bigint NOT NULL,
    order_id bigint NOT NULL,
    amount bigint NOT NULL,
    state text NOT NULL,                -- asked, given, declined
    attempts bigint NOT NULL,
    error text NOT NULL,                -- why the last attempt came to nothing
    asked_at bigint NOT NULL,
    given_at bigint NOT NULL,           -- by the gateway's clock; 0: not yet
    PRIMARY KEY (buyer_id, payment_id, refund_id)
) @clustered;
CREATE INDEX trading_give_backs_open ON trading_give_backs (refund_id) WHERE state <> 'given';
CREATE INDEX trading_give_backs_given ON trading_give_backs (given_at, refund_id) WHERE given_at > 0;
