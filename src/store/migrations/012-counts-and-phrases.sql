-- Words that stand side by side, or with one between, as numbers of which a few pairs share one: an index of words knows no order,
-- and a phrase of common words would be looked for in every text that has them.
CREATE FUNCTION word_pair(word integer, step integer, next integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ((31::bigint * word + step + next) & 65535)::integer $$;
CREATE FUNCTION word_pairs(words tsvector) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
  SELECT array_agg(((31::bigint * word + step + next) & 65535)::integer) FROM (
    SELECT hashtext(lexeme) AS word, lead(hashtext(lexeme), 1) OVER by_place AS next_1, lead(place, 1) OVER by_place - place AS step_1,
      lead(hashtext(lexeme), 2) OVER by_place AS next_2, lead(place, 2) OVER by_place - place AS step_2
    FROM unnest(words) AS word (lexeme, places, weights), unnest(places) AS place WINDOW by_place AS (ORDER BY place)
  ) AS words, LATERAL (VALUES (next_1, step_1), (next_2, step_2)) AS pair (next, step)
  WHERE step <= 2
$$;
CREATE INDEX revision_pairs ON revision USING gin (word_pairs(search));
-- Nobody gains from counting which pairs are common.
ALTER INDEX revision_pairs ALTER COLUMN 1 SET STATISTICS 0;

-- Stories of several articles are summed by hour as well, but for the few that are told in several months: `before` is the hour
-- in which a story was told last before, -infinity where this is the first.
DELETE FROM month_hour;
DROP INDEX month_aside;
ALTER TABLE month_hour DROP CONSTRAINT month_hour_pkey;
ALTER TABLE month_hour ADD COLUMN before timestamptz NOT NULL;
ALTER TABLE month_hour ADD PRIMARY KEY (month, hour, before) INCLUDE (stories);
CREATE INDEX month_aside ON month_story (month, article_id) INCLUDE (story_id, published_at) WHERE aside;
INSERT INTO month_change (month, changed_at) SELECT month, '-infinity' FROM month_summed;

CREATE INDEX story_undated ON story (id) WHERE published_at IS NULL;

-- What an instrument did, counted without being read.
CREATE INDEX finding_move ON finding (symbol, sort_at, article_id, ordinal DESC)
  INCLUDE (published_at, known_at, superseded_at, marked_at) WHERE kind = 'move';
