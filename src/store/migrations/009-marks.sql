-- What was marked, as it stood then: it stays in the record when mended rules no longer find it. A finding is called by its id alone.
ALTER TABLE mark ADD COLUMN finding jsonb;
UPDATE mark m SET finding = (
  SELECT jsonb_build_object('id', f.id, 'kind', f.kind, 'value', f.value, 'evidence', f.evidence, 'rule', f.rule, 'confidence', f.confidence)
  FROM finding f WHERE f.article_id = m.article_id AND f.id = m.finding_id ORDER BY f.revision DESC LIMIT 1);
CREATE INDEX mark_latest ON mark (marked_at, article_id, finding_id);
CREATE INDEX finding_id ON finding (id);
