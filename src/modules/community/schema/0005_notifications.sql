-- Home: who is notified. What belongs together ("ada and 12 others like your note") is one row, found by its key.
CREATE TABLE community_notifications (
    user_id bigint NOT NULL,
    key text NOT NULL,
    notification_id bigint NOT NULL,
    grouping text NOT NULL,             -- reactions, comments, follows, orders, system
    what text NOT NULL,
    about text NOT NULL,                -- the id text of what it is about
    by_id bigint NOT NULL,              -- the last who did it; 0: nobody
    people bigint NOT NULL,             -- how many did it
    unread bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (user_id, key)
) @clustered;
CREATE INDEX community_notifications_at ON community_notifications (user_id, grouping, at, notification_id);
CREATE INDEX community_notifications_unread ON community_notifications (user_id, grouping) WHERE unread = 1;
CREATE TABLE community_notification_people (
    user_id bigint NOT NULL,
    key text NOT NULL,
    by_id bigint NOT NULL,
    PRIMARY KEY (user_id, key, by_id)
) @clustered;
