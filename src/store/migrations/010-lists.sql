-- Indexes that have all that lists of findings and stories ask for: rows are counted and put in order without being read.

DROP INDEX finding_sort;
CREATE INDEX finding_sort ON finding (sort_at, article_id, ordinal DESC)
  INCLUDE (kind, revision, published_at, known_at, superseded_at, marked_at);
DROP INDEX finding_kind;
CREATE INDEX finding_kind ON finding (kind, sort_at, article_id, ordinal DESC)
  INCLUDE (revision, published_at, known_at, superseded_at, marked_at);
DROP INDEX finding_type;
CREATE INDEX finding_type ON finding (kind, type, sort_at, article_id, ordinal DESC)
  INCLUDE (basis, status, revision, published_at, superseded_at, marked_at) WHERE kind IN ('rate', 'policy_event');
DROP INDEX finding_issuer;
CREATE INDEX finding_issuer ON finding (kind, issuer, sort_at, article_id, ordinal DESC)
  INCLUDE (type, basis, status, revision, published_at, superseded_at, marked_at) WHERE issuer IS NOT NULL;
DROP INDEX finding_subject;
CREATE INDEX finding_subject ON finding (kind, subject, sort_at, article_id, ordinal DESC)
  INCLUDE (type, basis, revision, published_at, superseded_at, marked_at) WHERE subject IS NOT NULL;

-- The most relevant of a theme or an instrument.
CREATE INDEX finding_theme_weighed ON finding (theme, coalesce(relevance, 0), sort_at, article_id, ordinal DESC)
  WHERE kind = 'theme';
CREATE INDEX finding_symbol_weighed ON finding (symbol, coalesce(relevance, 0), sort_at, article_id, ordinal DESC)
  WHERE symbol IS NOT NULL;
-- Findings in a tone.
CREATE INDEX finding_score ON finding (score, sort_at)
  INCLUDE (kind, article_id, revision, ordinal, relevance, published_at)
  WHERE score IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL;

-- Stories as they were known at a moment.
DROP INDEX revision_story;
CREATE INDEX revision_story ON revision (story_id) INCLUDE (article_id, published_at, sort_at, known_at, superseded_at);
