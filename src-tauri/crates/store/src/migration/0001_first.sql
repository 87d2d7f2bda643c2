-- Small facts about the library: its name, the clerk's office, settings.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Verbatim text of every template version in use.
CREATE TABLE template (
  id TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE office (
  code TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, parent TEXT,
  statistical_only INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- One user action. `undone`: 0 stands, 1 can be redone, 2 was undone and overtaken by new work.
-- `effect` is the operation whose versions embody it now, `reversal` the one that took it back.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, params TEXT NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL,
  target INTEGER REFERENCES operation(id), undone INTEGER NOT NULL DEFAULT 0,
  effect INTEGER, reversal INTEGER, digest BLOB NOT NULL
) STRICT;

CREATE TABLE catalogue (
  id INTEGER PRIMARY KEY, template_id TEXT NOT NULL, template_version TEXT NOT NULL,
  FOREIGN KEY (template_id, template_version) REFERENCES template(id, version)
) STRICT;

CREATE TABLE catalogue_version (
  id INTEGER PRIMARY KEY, catalogue INTEGER NOT NULL REFERENCES catalogue(id),
  op_from INTEGER NOT NULL REFERENCES operation(id), op_to INTEGER REFERENCES operation(id),
  office TEXT NOT NULL, title TEXT NOT NULL, period TEXT NOT NULL
) STRICT;
CREATE INDEX catalogue_version_live ON catalogue_version (catalogue) WHERE op_to IS NULL;
CREATE INDEX catalogue_version_from ON catalogue_version (op_from);
CREATE INDEX catalogue_version_to ON catalogue_version (op_to) WHERE op_to IS NOT NULL;

-- One imported table: which file, which sheet, which column filled which field.
CREATE TABLE source (
  id INTEGER PRIMARY KEY, op INTEGER NOT NULL REFERENCES operation(id), file TEXT NOT NULL, sha256 TEXT NOT NULL,
  sheet TEXT NOT NULL, header_rows TEXT NOT NULL, columns TEXT NOT NULL
) STRICT;

-- Immutable content; the chain covers the digest, so the body can be purged without breaking it.
CREATE TABLE payload (id INTEGER PRIMARY KEY, digest BLOB NOT NULL, body TEXT) STRICT;

CREATE TABLE entry_version (
  id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, catalogue INTEGER NOT NULL REFERENCES catalogue(id),
  op_from INTEGER NOT NULL REFERENCES operation(id), op_to INTEGER REFERENCES operation(id),
  payload INTEGER NOT NULL REFERENCES payload(id), position REAL NOT NULL,
  source INTEGER REFERENCES source(id), source_row INTEGER,
  parent INTEGER, sub_table TEXT
) STRICT;
CREATE INDEX entry_version_live ON entry_version (catalogue, position) WHERE op_to IS NULL;
CREATE INDEX entry_version_entry ON entry_version (entry);
CREATE INDEX entry_version_from ON entry_version (op_from);
CREATE INDEX entry_version_to ON entry_version (op_to) WHERE op_to IS NOT NULL;
CREATE INDEX entry_version_payload ON entry_version (payload);

-- Results of the last check; derived, so outside the journal.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, catalogue INTEGER NOT NULL REFERENCES catalogue(id), entry INTEGER,
  severity INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX finding_catalogue ON finding (catalogue, severity);
CREATE INDEX finding_entry ON finding (entry) WHERE entry IS NOT NULL;
CREATE TABLE check_state (
  catalogue INTEGER PRIMARY KEY REFERENCES catalogue(id), at TEXT NOT NULL, op INTEGER NOT NULL
) STRICT;

CREATE TABLE publication (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, op INTEGER NOT NULL, person TEXT NOT NULL, profile TEXT NOT NULL,
  path TEXT NOT NULL, sha256 TEXT NOT NULL, catalogues TEXT NOT NULL
) STRICT;

-- Two-character words: text is split into character pairs before it comes here. rowid = payload id.
CREATE VIRTUAL TABLE payload_search USING fts5 (words, content='', contentless_delete=1, detail=full, tokenize="unicode61 remove_diacritics 0");
