-- Which items of a feed are taken: those that match a `keep` rule, where there is one, and no `block` rule.
ALTER TABLE feed ADD COLUMN keep text[] NOT NULL DEFAULT '{}';
ALTER TABLE feed ADD COLUMN block text[] NOT NULL DEFAULT '{}';
