#!/usr/bin/env node
/**
 * What `npx heaplab` starts, whatever Node that is: it runs heaplab.ts on the Node that package.json pins, which reads TypeScript.
 * An interrupt from the keyboard reaches both; this process waits for what the other makes of it.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifest = createRequire(import.meta.url).resolve('node/package.json');
const node = join(dirname(manifest), 'bin', 'node');
const program = fileURLToPath(new URL('heaplab.ts', import.meta.url));
const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' });

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  process.stderr.write(`heaplab: ${node} cannot be started: ${error.message}; run npm ci\n`);
  process.exitCode = 1;
});
child.on('exit', (status, signal) => {
  process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1);
});
