CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    record BLOB NOT NULL,
    -- Letters of the name: of two names that have a word, the shorter one says more of it.
    length INTEGER NOT NULL,
    UNIQUE (source, record)
) STRICT;

CREATE VIRTUAL TABLE words USING fts5(
    name, text,
    content = '', contentless_delete = 1,
    prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');

-- What is shown of an answer, to mark what was found in it.
CREATE VIRTUAL TABLE shown USING fts5(name, text, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE shown_words USING fts5vocab(shown, 'instance');
