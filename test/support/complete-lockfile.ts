/** `npm run lockfile`: completes package-lock.json as lockfile.ts describes. Run it after every `npm install`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { complete, type Lockfile, missingPackages } from './lockfile.ts';

const path = new URL('../../package-lock.json', import.meta.url);
const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
const missing = missingPackages(lockfile);
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(complete(lockfile), null, 2)}\n`);
console.log(`package-lock.json: ${missing.length} optional packages added`);
