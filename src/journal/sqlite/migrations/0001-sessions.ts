/** Sessions, their batches and snapshots, and answers under keys. Every blob is sealed (seal.ts). */
export const SESSIONS = `
  CREATE TABLE session (
    -- Never reused, so that nothing left over can come to belong to another session.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL,
    -- How far it has come and who may write: rewritten by each append.
    head BLOB NOT NULL
  ) STRICT;

  -- In the order of writing, whoever writes: the batches of a commit lie together, in few pages.
  CREATE TABLE batch (
    session INTEGER NOT NULL,
    number INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (session, number)
  ) STRICT;

  CREATE TABLE snapshot (
    session INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (session, batch)
  ) STRICT;

  CREATE TABLE answer (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX answer_expiry ON answer (expires_at_ms);

  -- Written to find out whether anything can be written.
  CREATE TABLE probe (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
`;
