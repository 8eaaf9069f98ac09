-- Sums of the months that are over, so that two years are asked for without counting two years of findings. They are derived:
-- sum-months.ts makes them, slices.ts says when they stand, and without them every answer is the same, only slower.

-- A month stands here once it is summed, and stands for what it sums as long as `month_change` does not name it.
CREATE TABLE month_summed (
  month date PRIMARY KEY
);

-- A month in which something has changed since. Rows are only added by writers, who so never wait for each other, and
-- taken away by whoever sums the month again.
CREATE TABLE month_change (
  month date NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX month_change_month ON month_change (month, changed_at);

-- Readings of stories that have several. `aside`: the story is also told in another month, undated, or of two minds about what
-- type an instrument is; so its findings are in no sum.
CREATE TABLE month_story (
  month date NOT NULL,
  article_id text NOT NULL,
  story_id text NOT NULL,
  published_at timestamptz NOT NULL,
  aside boolean NOT NULL,
  PRIMARY KEY (month, article_id) INCLUDE (story_id, published_at, aside)
);
CREATE INDEX month_aside ON month_story (month, article_id) WHERE aside;

-- How many stories of a single article were published in an hour.
CREATE TABLE month_hour (
  month date NOT NULL,
  hour timestamptz NOT NULL,
  stories integer NOT NULL,
  PRIMARY KEY (month, hour) INCLUDE (stories)
);

-- Themes and instruments: in all (`beside` is empty), and themes beside an instrument, instruments beside a theme.
CREATE TABLE month_told (
  kind text NOT NULL,
  beside text NOT NULL,
  month date NOT NULL,
  id text NOT NULL,
  type text,
  stories integer NOT NULL,
  articles integer NOT NULL,
  mentions integer NOT NULL,
  -- Over stories, each by its most relevant article: of the relevance, and of relevance × score.
  weight double precision NOT NULL,
  tone double precision NOT NULL,
  PRIMARY KEY (kind, beside, month, id) INCLUDE (type, stories, articles, mentions, weight, tone)
);
CREATE INDEX month_told_month ON month_told (month);

-- Who plays which part in a theme. `key` is the symbol, or the name in small letters.
CREATE TABLE month_role (
  theme text NOT NULL,
  month date NOT NULL,
  part text NOT NULL,
  key text NOT NULL,
  symbol text,
  name text NOT NULL,
  stories integer NOT NULL
);
CREATE INDEX month_role_theme ON month_role (theme, month) INCLUDE (part, key, symbol, name, stories);
CREATE INDEX month_role_month ON month_role (month);

-- The day a rate holds, YYYY-MM-DD or YYYY-MM: what it was stated for, and at the latest the day it was stated.
ALTER TABLE finding ADD COLUMN held_on text COLLATE "C";
UPDATE finding SET held_on = least(coalesce(value->'date'->>'to', value->'date'->>'from', 'none') COLLATE "C", to_char(sort_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') COLLATE "C")
WHERE kind = 'rate';
CREATE INDEX finding_held ON finding (held_on, sort_at, article_id, ordinal DESC)
  INCLUDE (type, issuer, subject, basis, revision, published_at, superseded_at, marked_at) WHERE kind = 'rate';

CREATE FUNCTION note_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO month_change (month)
  SELECT DISTINCT date_trunc('month', published_at AT TIME ZONE 'UTC')::date FROM touched WHERE published_at IS NOT NULL;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO month_change (month)
    SELECT DISTINCT date_trunc('month', published_at AT TIME ZONE 'UTC')::date FROM untouched WHERE published_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER revision_added AFTER INSERT ON revision REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_months();
CREATE TRIGGER revision_changed AFTER UPDATE ON revision REFERENCING OLD TABLE AS untouched NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_months();
CREATE TRIGGER revision_gone AFTER DELETE ON revision REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_months();
CREATE TRIGGER finding_added AFTER INSERT ON finding REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_months();
CREATE TRIGGER finding_changed AFTER UPDATE ON finding REFERENCING OLD TABLE AS untouched NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_months();
CREATE TRIGGER finding_gone AFTER DELETE ON finding REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_months();

INSERT INTO month_change (month, changed_at)
SELECT DISTINCT date_trunc('month', published_at AT TIME ZONE 'UTC')::date, '-infinity'::timestamptz
FROM revision WHERE published_at IS NOT NULL;

-- What an article tells, as themes beside instruments are counted.
CREATE INDEX finding_theme_article ON finding (article_id, theme) INCLUDE (story_id, relevance, score)
  WHERE kind = 'theme' AND superseded_at IS NULL AND marked_at IS NULL;
CREATE INDEX finding_symbol_article ON finding (article_id, symbol) INCLUDE (story_id, relevance, score, mentions, type)
  WHERE kind = 'instrument' AND superseded_at IS NULL AND marked_at IS NULL;

-- Undated findings stand in no month.
CREATE INDEX finding_undated_theme ON finding (theme, story_id, relevance DESC, article_id) INCLUDE (score)
  WHERE kind = 'theme' AND published_at IS NULL AND superseded_at IS NULL AND marked_at IS NULL;
CREATE INDEX finding_undated_symbol ON finding (symbol, story_id, relevance DESC, article_id) INCLUDE (score, mentions, type)
  WHERE kind = 'instrument' AND published_at IS NULL AND superseded_at IS NULL AND marked_at IS NULL;
