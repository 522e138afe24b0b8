/**
 * `npm run api-key -- --id ci --owner team-a --scopes write`: makes a key and the entry that stands for it in the file of keys.
 *
 * The key is printed this once; what goes into the file is its hash, which does not lead back to it.
 */
import { parseArgs } from 'node:util';
import { keyEntry, makeKey } from '../http/index.ts';

const USAGE = `npm run api-key -- --owner OWNER [--id ID] [--scopes read,write,admin] [--sessions N] [--requests-per-minute N]
                   [--expires-at 2027-01-01T00:00:00Z]`;

function main(): void {
  const { values } = parseArgs({
    options: {
      id: { type: 'string' },
      owner: { type: 'string' },
      scopes: { type: 'string', default: 'write' },
      sessions: { type: 'string' },
      'requests-per-minute': { type: 'string' },
      'expires-at': { type: 'string' },
    },
  });
  const limits = {
    ...(values.sessions === undefined ? {} : { sessions: Number(values.sessions) }),
    ...(values['requests-per-minute'] === undefined
      ? {}
      : { requests_per_minute: Number(values['requests-per-minute']) }),
  };
  const asked = keyEntry.omit({ sha256: true }).safeParse({
    id: values.id ?? values.owner,
    owner: values.owner,
    scopes: values.scopes.split(','),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    ...(values['expires-at'] === undefined ? {} : { expires_at: values['expires-at'] }),
  });
  if (!asked.success) {
    throw new Error(
      asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  }
  const { key, entry } = makeKey(asked.data);
  console.error(
    `The key, shown this once:\n\n  ${key}\n\nThe entry for the list in HEAPLAB_API_KEYS_FILE:\n`,
  );
  console.log(JSON.stringify(entry, null, 2));
}

try {
  main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}
