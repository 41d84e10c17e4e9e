-- A person looked at an alarm and says what came of it. NULL: nobody has yet.
ALTER TABLE trading_payment_alarms ADD COLUMN resolved_at bigint;
ALTER TABLE trading_payment_alarms ADD COLUMN resolved_by bigint;
ALTER TABLE trading_payment_alarms ADD COLUMN resolution text;
