-- What a verdict hides is looked through by moderators, by words.
CREATE INDEX community_notes_hidden ON community_notes (note_id) WHERE state = 'hidden';
CREATE INDEX community_comments_hidden ON community_comments (comment_id) WHERE state = 'hidden';
