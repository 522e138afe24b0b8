/** Which topics a reader wants, with a key by which readers of the same topics are served from one text. */
import { TOPICS, type Topic } from '../contract/index.ts';
import { topicOf } from './event-decoder.ts';

export class TopicFilter {
  readonly topics: readonly Topic[];
  readonly key: string;
  readonly all: boolean;
  readonly #wanted: ReadonlySet<Topic>;

  constructor(topics: readonly Topic[] = TOPICS) {
    this.#wanted = new Set(topics);
    this.topics = TOPICS.filter((topic) => this.#wanted.has(topic));
    this.key = this.topics.join(',');
    this.all = this.topics.length === TOPICS.length;
  }

  wants(code: number): boolean {
    return this.all || this.#wanted.has(topicOf(code));
  }
}
