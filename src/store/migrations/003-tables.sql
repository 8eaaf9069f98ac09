-- Market data that stood on the page beside the article, as text: one row a line, cells parted by tabs.
ALTER TABLE revision ADD COLUMN tables text NOT NULL DEFAULT '';
