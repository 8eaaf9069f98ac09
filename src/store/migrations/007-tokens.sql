-- Who may call the API from beyond this machine. The token itself is shown once, when it is made; only its hash stays.
CREATE TABLE token (
  id           text PRIMARY KEY,
  name         text NOT NULL,
  role         text NOT NULL CHECK (role IN ('read', 'write')),
  hash         text NOT NULL UNIQUE,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz
);
