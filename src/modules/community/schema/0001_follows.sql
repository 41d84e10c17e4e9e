-- A follow lives at the follower's home; the followed person's home keeps a projection, fed by the news `community.followed`.
CREATE TABLE community_follows (
    follower_id bigint NOT NULL,
    followee_id bigint NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (follower_id, followee_id)
) @clustered;
CREATE TABLE community_followers (
    followee_id bigint NOT NULL,
    follower_id bigint NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (followee_id, follower_id)
) @clustered;
CREATE INDEX community_follows_since ON community_follows (follower_id, since, followee_id);
CREATE INDEX community_followers_since ON community_followers (followee_id, since, follower_id);
CREATE TABLE community_people (             -- public counters of a person
    user_id bigint NOT NULL PRIMARY KEY,
    following bigint NOT NULL,
    followers bigint NOT NULL
);
