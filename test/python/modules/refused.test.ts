import { describe, expect, test } from 'vitest';
import { createProcess } from '../../../src/operations/index.ts';
import { runProgram } from '../../../src/python/index.ts';

/** Modules of the standard library that reach beyond the heap, or that nobody has written here yet. */
const REFUSED =
  'asyncio json re inspect statistics decimal datetime logging pathlib socket subprocess multiprocessing pickle sqlite3 shutil tempfile urllib http ssl select signal mmap hashlib zlib csv argparse unittest'.split(
    ' ',
  );

/** What a program prints to standard error that imports one on its third line. */
function errorsOf(statement: string, python: '3.9' | '3.12' | '3.13'): string[] {
  const source = `print('before')\n\n${statement}\nprint('after')\n`;
  const { stdout, stderr } = runProgram(createProcess({ python, keptEvents: 1 << 10 }), source, {
    filename: 'main.py',
  });
  expect(stdout).toBe('before\n');
  return stderr.trimEnd().split('\n');
}

describe.each(['3.9', '3.12', '3.13'] as const)('a module that is not supported, in %s', (python) => {
  test.each(REFUSED)('%s is refused by its name, at its line', (name) => {
    for (const statement of [`import ${name}`, `from ${name} import anything`, `import ${name} as other`]) {
      const lines = errorsOf(statement, python);
      expect(lines).toContain('  File "main.py", line 3, in <module>');
      expect(lines.at(-1)).toBe(`ImportError: the module '${name}' is not supported here`);
    }
  });

  test('what no Python has is not found', () => {
    expect(errorsOf('import no_such_module', python).at(-1)).toBe(
      "ModuleNotFoundError: No module named 'no_such_module'",
    );
  });
});

describe('a pattern for the names of string.Template that is not written here', () => {
  test.each([
    ["pattern = '[a-z]'", 'string.Template.pattern is not supported here'],
    ["idpattern = r'a\\b'", "string.Template.idpattern is not supported here with '\\b'"],
    ["idpattern = '(?=a)b'", "string.Template.idpattern is not supported here with '(?='"],
    [
      "braceidpattern = 'a{5000}'",
      'string.Template.braceidpattern is not supported here with too many repetitions',
    ],
    ['flags = 8', 'string.Template.flags is not supported here with other flags than re.IGNORECASE'],
  ])('%s', (attribute, words) => {
    const lines = errorsOf(`import string\nclass T(string.Template):\n    ${attribute}`, '3.12');
    expect(lines.at(-1)).toBe(`NotImplementedError: ${words}`);
  });

  test('no pattern takes longer than its length times that of the text', () => {
    const source = `
import string
class T(string.Template):
    idpattern = '(a*)*(a|a)*b'
print(T('$' + 'a' * 20_000).safe_substitute() == '$' + 'a' * 20_000)
`;
    const options = { filename: 'main.py' };
    const { stdout } = runProgram(createProcess({ python: '3.12', keptEvents: 1 << 10 }), source, options);
    expect(stdout).toBe('True\n');
  });
});
