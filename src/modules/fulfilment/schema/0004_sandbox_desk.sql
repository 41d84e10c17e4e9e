-- The sandbox carrier's desk shows what was handed in last.
CREATE INDEX fulfilment_sandbox_waybills_at ON fulfilment_sandbox_waybills (handed_in_at, waybill);
