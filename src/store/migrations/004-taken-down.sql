-- Sources that were taken down, with their subdomains: nothing of them is taken in until that is lifted.
CREATE TABLE blocked_source (
  host text PRIMARY KEY,
  reason text NOT NULL,
  blocked_at timestamptz NOT NULL
);

-- What its feed says an article is about: shown while its page cannot be read.
ALTER TABLE article ADD COLUMN given_summary text;
