-- Expired sessions are found by their time, a few at once.
CREATE INDEX identity_sessions_expiry ON identity_sessions (expires_at);
