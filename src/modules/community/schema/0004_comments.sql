-- A comment lives at the home of the note it stands under, the note's author. Replies stand behind the comment they belong to:
-- root_id is 0 for a comment on the note itself.
CREATE TABLE community_comments (
    author_id bigint NOT NULL,          -- of the note
    note_id bigint NOT NULL,
    root_id bigint NOT NULL,
    comment_id bigint NOT NULL,
    user_id bigint NOT NULL,            -- who says it
    answers_id bigint NOT NULL,         -- whom a reply answers; 0: nobody
    text text NOT NULL,
    tags text NOT NULL,                 -- JSON: #topics and @mentions with their places in the text
    state text NOT NULL,                -- shown, hidden, deleted
    likes bigint NOT NULL,
    replies bigint NOT NULL,            -- that are shown
    at bigint NOT NULL,
    PRIMARY KEY (author_id, note_id, root_id, comment_id)
) @clustered;
CREATE INDEX community_comments_likes ON community_comments (author_id, note_id, root_id, likes, comment_id);
CREATE TABLE community_comment_homes (
    comment_id bigint NOT NULL PRIMARY KEY,
    author_id bigint NOT NULL,
    note_id bigint NOT NULL,
    root_id bigint NOT NULL
) @clustered;
CREATE TABLE community_comment_likes (  -- home: who likes
    user_id bigint NOT NULL,
    comment_id bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (user_id, comment_id)
) @clustered;
CREATE TABLE community_comment_moves (
    author_id bigint NOT NULL,
    comment_id bigint NOT NULL,
    move_id bigint NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    by_user bigint NOT NULL,
    reason text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (author_id, comment_id, move_id)
) @clustered;
