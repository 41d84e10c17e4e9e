-- Home key: user_id, who blocks.
CREATE TABLE identity_blocks (
    user_id bigint NOT NULL,
    blocked_id bigint NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (user_id, blocked_id)
) @clustered;
