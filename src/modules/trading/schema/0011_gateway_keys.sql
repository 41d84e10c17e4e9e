-- What gateways and we sign with. Home key: the gateway's name.
CREATE TABLE trading_gateway_keys (
    gateway text NOT NULL PRIMARY KEY,
    secret text NOT NULL,
    made_at bigint NOT NULL
);
