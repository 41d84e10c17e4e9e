-- What a buyer shows of why the money should come back: a JSON list of media ids.
ALTER TABLE trading_refunds ADD COLUMN pictures text NOT NULL DEFAULT '[]';
