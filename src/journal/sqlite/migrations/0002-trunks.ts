/** Where the history of a forked session lies: in the rows of the sessions that it grew from. */
export const TRUNKS = `
  CREATE TABLE trunk (
    session INTEGER PRIMARY KEY,
    body BLOB NOT NULL
  ) STRICT;
`;
