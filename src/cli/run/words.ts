/** What `heaplab run` says itself, in every language that Heaplab speaks. */
import type { HeapEvent, Language } from '../../contract/index.ts';

export const USAGE = `usage: heaplab run FILE.py [--python 3.12] [ARGUMENT ...] [-- --OPTION ...]
       heaplab run -c CODE | heaplab run -       code given here, or read from standard input

  --python VERSION   which Python, 3.8 to 3.13; 3.9 unless given
  --events gc,pool   shows these events on standard error as they happen
  --stats            ends with a summary on standard error
  --steps N          ends the program after N steps
  --memory-mb N      ends the program when its heap is larger
  --output N         ends the program when it has printed N characters
  --lang en|zh       language of what is said beside the program's own output
`;

/** Figures of a run. */
export interface Summary {
  readonly steps: number;
  readonly peakBytes: number;
  readonly arenaBytes: number;
  readonly objects: number;
  readonly collections: readonly number[];
  readonly collected: number;
}

const MEBIBYTE = 1024 * 1024;

interface Words {
  readonly spent: (budget: string) => string;
  readonly summary: (figures: Summary) => readonly string[];
}

const WORDS: Record<Language, Words> = {
  en: {
    spent: (budget) => `the budget of ${budget} ran out; the program was ended`,
    summary: (of) => [
      `steps                ${of.steps}`,
      `peak memory          ${(of.peakBytes / MEBIBYTE).toFixed(2)} MiB`,
      `arenas at the end    ${(of.arenaBytes / MEBIBYTE).toFixed(2)} MiB`,
      `live objects         ${of.objects}`,
      `collections          ${of.collections.join(' / ')} of generations 0 / 1 / 2`,
      `objects collected    ${of.collected}`,
    ],
  },
  zh: {
    spent: (budget) => `${budget} 预算已用尽，程序被终止`,
    summary: (of) => [
      `步数            ${of.steps}`,
      `内存峰值        ${(of.peakBytes / MEBIBYTE).toFixed(2)} MiB`,
      `结束时的 arena  ${(of.arenaBytes / MEBIBYTE).toFixed(2)} MiB`,
      `存活对象        ${of.objects}`,
      `回收次数        ${of.collections.join(' / ')}（第 0 / 1 / 2 代）`,
      `回收的对象      ${of.collected}`,
    ],
  },
};

export function wordsOf(language: Language): Words {
  return WORDS[language];
}

const PLACE = new Set(['offset', 'seq', 'type', 'topic']);

/** An event in a line: its type and its fields by their names. */
export function eventLine(event: HeapEvent): string {
  const fields = Object.entries(event)
    .filter(([name]) => !PLACE.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [event.type.padEnd(18), ...fields].join(' ');
}
