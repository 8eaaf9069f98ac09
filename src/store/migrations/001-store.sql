-- The store's first form. Runs on PostgreSQL 15 and later; names stay clear of BullMQ's, which shares the search path.

-- One address or text handed in. What was read from it stands in `revision`.
CREATE TABLE article (
  id text PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('queued', 'fetched', 'analyzed', 'failed', 'skipped', 'duplicate')),
  reason_code text,
  reason_message text,
  url text,
  host text,
  canonical_url text,
  canonical_key text,
  title text,
  authors text[] NOT NULL DEFAULT '{}',
  site_name text,
  language text,
  word_count integer,
  content_hash text,
  -- The current revision; 0 before the first.
  revision integer NOT NULL DEFAULT 0,
  story_id text,
  -- As the publisher wrote it, with its offset, and its place on the time line: null when undated or known to the month only.
  published_text text,
  published_precision text CHECK (published_precision IN ('instant', 'day', 'month')),
  published_at timestamptz,
  -- What came with it when it was added.
  given_title text,
  given_published text,
  given_tickers text[] NOT NULL DEFAULT '{}',
  feed_id text,
  backfill boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL,
  fetched_at timestamptz,
  analyzed_at timestamptz,
  known_at timestamptz,
  -- Where lists put it: when published, else when known, else when added.
  sort_at timestamptz NOT NULL,
  symbols text[] NOT NULL DEFAULT '{}',
  themes text[] NOT NULL DEFAULT '{}',
  -- Taken down: text, page and findings are gone, this row remains so that it is not fetched again.
  removed_at timestamptz,
  removed_reason text
);
CREATE INDEX article_sort ON article (sort_at, id);
CREATE INDEX article_status ON article (status, sort_at, id);
CREATE INDEX article_analyzed ON article (analyzed_at, id) WHERE analyzed_at IS NOT NULL;
CREATE INDEX article_canonical ON article (canonical_key) WHERE canonical_key IS NOT NULL;
CREATE INDEX article_content ON article (content_hash, host) WHERE content_hash IS NOT NULL;
CREATE INDEX article_story ON article (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX article_site ON article (lower(site_name), sort_at) WHERE site_name IS NOT NULL;
CREATE INDEX article_host ON article (host, sort_at) WHERE host IS NOT NULL;
CREATE INDEX article_symbols ON article USING gin (symbols);
CREATE INDEX article_themes ON article USING gin (themes);

-- Every address an article is known by.
CREATE TABLE alias (
  key text PRIMARY KEY,
  article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
  url text
);
CREATE INDEX alias_article ON alias (article_id);

-- What to analyse, as it came; the body is gzip.
CREATE TABLE page (
  article_id text PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('html', 'text', 'bytes')),
  body bytea NOT NULL,
  final_url text,
  content_type text,
  etag text,
  last_modified text,
  fetched_at timestamptz NOT NULL
);

-- One reading of an article. A changed page is a new one; the old one keeps what was known before.
CREATE TABLE revision (
  article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
  revision integer NOT NULL,
  url text,
  canonical_url text,
  title text,
  authors text[] NOT NULL DEFAULT '{}',
  site_name text,
  language text,
  word_count integer NOT NULL,
  content_hash text NOT NULL,
  text text NOT NULL,
  published_text text,
  published_precision text,
  published_at timestamptz,
  sort_at timestamptz NOT NULL,
  fetched_at timestamptz NOT NULL,
  analyzed_at timestamptz NOT NULL,
  known_at timestamptz NOT NULL,
  -- When the next revision was known; null for the current one.
  superseded_at timestamptz,
  story_id text,
  symbols text[] NOT NULL DEFAULT '{}',
  themes text[] NOT NULL DEFAULT '{}',
  -- MinHash signature of the text and its LSH bands.
  signature bytea,
  bands integer[] NOT NULL DEFAULT '{}',
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english'::regconfig, coalesce(title, '')), 'A') ||
    setweight(to_tsvector('english'::regconfig, left(text, 200000)), 'B')
  ) STORED,
  PRIMARY KEY (article_id, revision)
);
CREATE INDEX revision_sort ON revision (sort_at, article_id);
CREATE INDEX revision_published ON revision (published_at) INCLUDE (story_id, known_at, superseded_at, article_id)
  WHERE published_at IS NOT NULL;
CREATE INDEX revision_story ON revision (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX revision_symbols ON revision USING gin (symbols);
CREATE INDEX revision_themes ON revision USING gin (themes);
CREATE INDEX revision_bands ON revision USING gin (bands);
CREATE INDEX revision_search ON revision USING gin (search);

-- Which versions have read a revision; the findings kept are the last one's.
CREATE TABLE analysis (
  article_id text NOT NULL,
  revision integer NOT NULL,
  analyzed_at timestamptz NOT NULL,
  themewire text NOT NULL,
  pipeline text NOT NULL,
  models text NOT NULL,
  findings integer NOT NULL,
  PRIMARY KEY (article_id, revision, analyzed_at),
  FOREIGN KEY (article_id, revision) REFERENCES revision ON DELETE CASCADE
);

-- One typed fact. Columns beside `value` repeat what lists filter and sort by.
CREATE TABLE finding (
  article_id text NOT NULL,
  revision integer NOT NULL,
  ordinal integer NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  value jsonb NOT NULL,
  evidence jsonb NOT NULL,
  rule text NOT NULL,
  confidence double precision NOT NULL,
  -- What it is about: the instrument or what moved; the theme; the rate's subject; the bank or actor; its type and standing.
  symbol text,
  theme text,
  subject text,
  issuer text,
  type text,
  basis text,
  status text,
  relevance double precision,
  score double precision,
  mentions integer,
  -- Symbols and themes it concerns: its own, or for what has none, those of its article.
  symbols text[] NOT NULL DEFAULT '{}',
  themes text[] NOT NULL DEFAULT '{}',
  story_id text,
  published_at timestamptz,
  sort_at timestamptz NOT NULL,
  known_at timestamptz NOT NULL,
  superseded_at timestamptz,
  -- Marked wrong by a person: stays in the record, leaves the answers.
  marked_at timestamptz,
  PRIMARY KEY (article_id, revision, ordinal),
  FOREIGN KEY (article_id, revision) REFERENCES revision ON DELETE CASCADE
);
-- Read backwards: latest first, and within an article as its findings come.
CREATE INDEX finding_sort ON finding (sort_at, article_id, ordinal DESC);
CREATE INDEX finding_kind ON finding (kind, sort_at, article_id, ordinal DESC);
CREATE INDEX finding_theme ON finding (theme, sort_at, article_id, ordinal DESC)
  INCLUDE (story_id, relevance, score, published_at, known_at, superseded_at, marked_at) WHERE kind = 'theme';
CREATE INDEX finding_symbol ON finding (symbol, sort_at, article_id, ordinal DESC)
  INCLUDE (story_id, relevance, score, published_at, known_at, superseded_at, marked_at) WHERE kind = 'instrument';
CREATE INDEX finding_issuer ON finding (kind, issuer, sort_at, article_id, ordinal DESC) WHERE issuer IS NOT NULL;
CREATE INDEX finding_subject ON finding (kind, subject, sort_at, article_id, ordinal DESC) WHERE subject IS NOT NULL;
CREATE INDEX finding_type ON finding (kind, type, sort_at, article_id, ordinal DESC) WHERE kind IN ('rate', 'policy_event');
CREATE INDEX finding_relevance ON finding (coalesce(relevance, 0), sort_at, article_id, ordinal DESC);
CREATE INDEX finding_published ON finding (published_at) INCLUDE (theme, story_id, relevance, score, superseded_at, marked_at)
  WHERE kind = 'theme' AND published_at IS NOT NULL;
CREATE INDEX finding_symbols ON finding USING gin (symbols);
CREATE INDEX finding_themes ON finding USING gin (themes);

-- Near-identical articles, counted once. `leader` was published first.
CREATE TABLE story (
  id text PRIMARY KEY,
  leader text NOT NULL,
  title text,
  published_text text,
  published_at timestamptz,
  sort_at timestamptz NOT NULL,
  known_at timestamptz NOT NULL,
  articles integer NOT NULL
);
CREATE INDEX story_sort ON story (sort_at, id);

-- What a person marked wrong; outlives the analysis that found it.
CREATE TABLE mark (
  article_id text NOT NULL REFERENCES article ON DELETE CASCADE,
  finding_id text NOT NULL,
  reason text NOT NULL,
  marked_by text,
  marked_at timestamptz NOT NULL,
  PRIMARY KEY (article_id, finding_id)
);

CREATE TABLE feed (
  id text PRIMARY KEY,
  url text NOT NULL UNIQUE,
  title text,
  status text NOT NULL CHECK (status IN ('new', 'ok', 'failing', 'paused')),
  reason_code text,
  reason_message text,
  minutes integer NOT NULL,
  added_at timestamptz NOT NULL,
  polled_at timestamptz,
  next_poll_at timestamptz,
  items integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  etag text,
  last_modified text
);
CREATE INDEX feed_next ON feed (next_poll_at) WHERE status <> 'paused';

-- A digest is derived; what is kept is which editions a reader was given.
CREATE TABLE digest (
  date date NOT NULL,
  timezone text NOT NULL,
  edition integer NOT NULL,
  made_at timestamptz NOT NULL,
  window_from timestamptz NOT NULL,
  window_to timestamptz NOT NULL,
  hash text NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (date, timezone, edition)
);

-- Politeness shared by all workers: when a host may be asked next.
CREATE TABLE reservation (
  host text PRIMARY KEY,
  holder text NOT NULL,
  -- Held until this, at the latest; its delay is over at `free_at`; whoever is sent away comes back at `line_at`.
  held_until timestamptz NOT NULL,
  free_at timestamptz NOT NULL,
  line_at timestamptz NOT NULL
);
