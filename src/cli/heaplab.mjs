#!/usr/bin/env node
/**
 * What `npx heaplab` starts, whatever Node that is: it runs heaplab.ts on the Node that package.json pins, which reads TypeScript.
 * What that Node compiles it keeps in the user's directory of caches (NODE_COMPILE_CACHE names another one), so that the next start need
 * not strip types and compile again. Where nothing can be written it starts without.
 * An interrupt from the keyboard reaches both; this process waits for what the other makes of it.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifest = createRequire(import.meta.url).resolve('node/package.json');
const node = join(dirname(manifest), 'bin', 'node');
const program = fileURLToPath(new URL('heaplab.ts', import.meta.url));
const child = spawn(node, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...compileCache(), ...process.env },
});

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  process.stderr.write(`heaplab: ${node} cannot be started: ${error.message}; run npm ci\n`);
  process.exitCode = 1;
});
child.on('exit', (status, signal) => {
  process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1);
});

/**
 * Not the directory of temporary files, Node's own choice: whoever may write there could put code in our way. Made here, because Node
 * makes directories until it succeeds, for ever where a file system says that the one above does not exist.
 */
function compileCache() {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const directory = join(caches, 'heaplab');
  try {
    for (const one of [caches, directory]) if (!existsSync(one)) mkdirSync(one, { mode: 0o700 });
    accessSync(directory, constants.W_OK);
    return { NODE_COMPILE_CACHE: directory };
  } catch {
    return {};
  }
}
