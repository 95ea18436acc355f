DROP TABLE search_pairs;

CREATE VIRTUAL TABLE search_pairs USING fts5(body, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE TABLE search_case (
    place INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    centre_id BLOB NOT NULL,
    PRIMARY KEY (place),
    UNIQUE (case_id)
)
 STRICT;

CREATE INDEX ix_search_text_case_id ON search_text (case_id);

DELETE FROM search_key WHERE what = 'initials';
