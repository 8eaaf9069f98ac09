-- What a rule noticed, once per event. Words of articles are not kept: `evidence` names findings, which go with their article.
CREATE TABLE alert (
  id text PRIMARY KEY,
  rule text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('theme-spike', 'sentiment-swing', 'decision', 'ticker-with-theme', 'test')),
  -- The theme, symbol or bank it is about: the rule's cool-down is counted for each.
  subject text NOT NULL,
  title text NOT NULL,
  figures jsonb NOT NULL,
  -- [{article, finding}]
  evidence jsonb NOT NULL,
  raised_at timestamptz NOT NULL
);
CREATE INDEX alert_raised ON alert (raised_at, id);
CREATE INDEX alert_cooldown ON alert (rule, subject, raised_at);

-- Who has to be told, and how far that has got.
CREATE TABLE delivery (
  alert_id text NOT NULL REFERENCES alert ON DELETE CASCADE,
  webhook text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  -- Of the last try: the HTTP status, or why there was none.
  status integer,
  reason_code text,
  reason_message text,
  tried_at timestamptz,
  delivered_at timestamptz,
  PRIMARY KEY (alert_id, webhook)
);
CREATE INDEX delivery_pending ON delivery (alert_id, webhook) WHERE state = 'pending';
