-- The sandbox gateway's own books, as a gateway would keep them elsewhere. Home key: trade, its name for a payment.
CREATE TABLE trading_sandbox_charges (
    trade text NOT NULL PRIMARY KEY,
    state text NOT NULL,                -- processing, paid, failed
    amount bigint NOT NULL,
    currency text NOT NULL,
    transaction_name text NOT NULL,
    notify_url text NOT NULL,
    given_back bigint NOT NULL,
    at bigint NOT NULL                  -- of the state
);
CREATE INDEX trading_sandbox_charges_at ON trading_sandbox_charges (at, trade);
CREATE TABLE trading_sandbox_refunds (
    trade text NOT NULL,
    refund text NOT NULL,
    amount bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (trade, refund)
) @clustered;
CREATE INDEX trading_sandbox_refunds_at ON trading_sandbox_refunds (at, trade, refund);
