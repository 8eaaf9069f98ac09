-- Indexes that keep queries short where there are hundreds of thousands of articles. Nothing else changes.

-- Themes and instruments over all time, story by story with the most relevant article first: nothing is sorted.
CREATE INDEX finding_theme_story ON finding (theme, story_id, relevance DESC, article_id) INCLUDE (score)
  WHERE kind = 'theme' AND superseded_at IS NULL AND marked_at IS NULL;
CREATE INDEX finding_symbol_story ON finding (symbol, story_id, relevance DESC, article_id) INCLUDE (score, mentions, type)
  WHERE kind = 'instrument' AND superseded_at IS NULL AND marked_at IS NULL;
-- The same over a window.
CREATE INDEX finding_theme_told ON finding (sort_at) INCLUDE (theme, story_id, article_id, relevance, score)
  WHERE kind = 'theme' AND published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL;
CREATE INDEX finding_symbol_told ON finding (sort_at)
  INCLUDE (symbol, story_id, article_id, relevance, score, mentions, type)
  WHERE kind = 'instrument' AND published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL;
-- The most relevant of a kind; kinds without a relevance would stand between them.
CREATE INDEX finding_weighed ON finding (kind, coalesce(relevance, 0), sort_at, article_id, ordinal DESC)
  WHERE kind IN ('theme', 'instrument');

CREATE INDEX story_told ON story (articles, sort_at, id);

-- What a digest leaves out: few among many.
CREATE INDEX article_undated ON article (id) WHERE status = 'analyzed' AND published_at IS NULL AND removed_at IS NULL;
CREATE INDEX article_dropped ON article (coalesce(published_at, fetched_at, added_at))
  WHERE status IN ('failed', 'skipped') AND removed_at IS NULL;
CREATE INDEX article_same ON article (reason_message) WHERE status = 'duplicate';

-- Readings dated later than they were known, which is rare: what was known at a moment is otherwise not dated after it.
CREATE INDEX revision_ahead ON revision (known_at) INCLUDE (sort_at) WHERE sort_at > known_at;
