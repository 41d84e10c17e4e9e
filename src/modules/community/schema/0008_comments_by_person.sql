-- What a person has said: for their export, and to take it away when they leave.
CREATE INDEX community_comments_person ON community_comments (user_id, comment_id);
