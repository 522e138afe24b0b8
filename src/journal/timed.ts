/** A journal that tells how long it takes: the same journal, with a watch at each call that waits. */
import type { Journal } from '../session/index.ts';

interface JournalCall {
  readonly call: string;
  readonly seconds: number;
  readonly failed: boolean;
}

/** @param now milliseconds on a clock that never goes back */
export function timed(journal: Journal, now: () => number, told: (call: JournalCall) => void): Journal {
  return new Proxy(journal, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...values: readonly unknown[]): unknown => {
        const start = now();
        const answer: unknown = Reflect.apply(member, target, values);
        if (!(answer instanceof Promise)) return answer;
        const tell = (failed: boolean): void => {
          told({ call: String(name), seconds: (now() - start) / 1000, failed });
        };
        answer.then(
          () => tell(false),
          () => tell(true),
        );
        return answer;
      };
    },
  });
}
