-- The sandbox carrier's own books. It belongs to nobody's product: it stands for a company outside. Home key: the waybill.
CREATE TABLE fulfilment_sandbox_waybills (
    waybill text NOT NULL PRIMARY KEY,
    handed_in_at bigint NOT NULL
);
CREATE TABLE fulfilment_sandbox_scans (
    waybill text NOT NULL,
    step bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (waybill, step)
) @clustered;
