import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  readonly dependencies: Record<string, string>;
}

const manifest: Manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('npm scripts run on the Node that package.json pins, whatever Node started npm', () => {
  expect(process.version).toBe(`v${manifest.dependencies['node']}`);
  expect(process.versions.node.split('.')[0]).toBe('24');
});

test('that Node runs TypeScript as it stands', () => {
  const source = 'const greeting: string = "typed"; console.log(greeting satisfies string);';
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', source]);
  expect(printed.toString().trim()).toBe('typed');
});
