-- What a person has decided on a phrase that emerges: it has a name and is followed, is another phrase, or is to be silent.
CREATE TABLE phrase_decision (
  phrase      text PRIMARY KEY,
  decision    text NOT NULL CHECK (decision IN ('promoted', 'merged', 'silenced')),
  name        text,
  into_phrase text CHECK ((decision = 'merged') = (into_phrase IS NOT NULL)),
  decided_at  timestamptz NOT NULL
);
