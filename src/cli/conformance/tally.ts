/** Counts what passed and failed, per folder and version, and prints it as it grows and at the end. */
import type { Outcome } from './run-file.ts';

interface Score {
  passed: number;
  failed: number;
}

export class Tally {
  passed = 0;
  failed = 0;
  readonly #scores = new Map<string, Map<string, Score>>();
  #folder = '';

  add(folder: string, outcome: Outcome): void {
    const versions = this.#scores.get(folder) ?? new Map<string, Score>();
    this.#scores.set(folder, versions);
    const score = versions.get(outcome.version) ?? { passed: 0, failed: 0 };
    versions.set(outcome.version, score);
    if (outcome.differences.length === 0) {
      this.passed++;
      score.passed++;
    } else {
      this.failed++;
      score.failed++;
    }
  }

  /** Says so when a new folder begins. */
  progress(folder: string, print: (line: string) => void): void {
    if (folder === this.#folder) return;
    this.#folder = folder;
    print(`${folder} ...`);
  }

  print(print: (line: string) => void): void {
    for (const [folder, versions] of this.#scores) {
      const scores = [...versions].map(([version, { passed, failed }]) =>
        failed === 0 ? `${version}: ${passed} passed` : `${version}: ${passed} passed, ${failed} FAILED`,
      );
      print(`${folder}  ${scores.join('  ')}`);
    }
    print(`${this.passed} passed, ${this.failed} failed`);
  }
}
