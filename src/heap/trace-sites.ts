/**
 * Where blocks were allocated: files, lines in them, and the chains of lines that called each other (traceback_t in tracemalloc.c).
 *
 *   frame = (file, line)         tries: site = (frame, site of its callers, how many frames there were)         0 = nothing
 *
 * Each is made once and has a number, so that a record of a block is one number whatever the depth.
 */
export interface TraceFrame {
  readonly file: string;
  readonly line: number;
}

export interface TraceSitesState {
  readonly files: readonly string[];
  readonly frameFiles: readonly number[];
  readonly frameLines: readonly number[];
  readonly siteFrames: readonly number[];
  readonly siteRests: readonly number[];
  readonly siteTotals: readonly number[];
}

const LINES = 2 ** 32;

export class TraceSites {
  #files: string[] = [''];
  #frameFiles: number[] = [0];
  #frameLines: number[] = [0];
  #siteFrames: number[] = [0];
  #siteRests: number[] = [0];
  #siteTotals: number[] = [0];
  /** The file that was asked for last: it nearly always is the next one, too. */
  #lastName = '';
  #lastFile = 0;
  /** And so is the line. */
  #lastLine = -1;
  #lastFrame = 0;
  readonly #fileNumbers = new Map<string, number>();
  readonly #frameNumbers = new Map<number, number>();
  /** By the site of the callers: its sites by frame and total. */
  readonly #tries: (Map<number, number> | undefined)[] = [];

  /** Number of a file. */
  file(name: string): number {
    if (name === this.#lastName) return this.#lastFile;
    const known = this.#fileNumbers.get(name);
    const file = known ?? this.#files.push(name) - 1;
    if (known === undefined) this.#fileNumbers.set(name, file);
    this.#lastName = name;
    this.#lastFile = file;
    return file;
  }

  /** Number of a line of a file. */
  frame(file: number, line: number): number {
    const key = file * LINES + line;
    if (key !== this.#lastLine)
      this.#lastFrame = this.#frameNumbers.get(key) ?? this.#newFrame(key, file, line);
    this.#lastLine = key;
    return this.#lastFrame;
  }

  #newFrame(key: number, file: number, line: number): number {
    const made = this.#frameFiles.push(file) - 1;
    this.#frameLines.push(line);
    this.#frameNumbers.set(key, made);
    return made;
  }

  /** The site of `frame` called from the site `rest`; `total` counts all frames, also those that are not kept. */
  site(frame: number, rest: number, total: number): number {
    const trie = (this.#tries[rest] ??= new Map());
    const key = frame * 2 ** 17 + Math.min(total, 2 ** 16);
    const known = trie.get(key);
    if (known !== undefined) return known;
    const made = this.#siteFrames.push(frame) - 1;
    this.#siteRests.push(rest);
    this.#siteTotals.push(total);
    trie.set(key, made);
    return made;
  }

  /** Frames of a site, most recent first; none of site 0. */
  framesOf(site: number): TraceFrame[] {
    const frames: TraceFrame[] = [];
    for (let at = site; at !== 0; at = this.#siteRests[at] as number) {
      const frame = this.#siteFrames[at] as number;
      frames.push({
        file: this.#files[this.#frameFiles[frame] as number] as string,
        line: this.#frameLines[frame] as number,
      });
    }
    return frames;
  }

  /** How many frames there were, also those beyond the limit. */
  totalOf(site: number): number {
    return this.#siteTotals[site] as number;
  }

  /** Files of a site, by number. */
  filesOf(site: number): number[] {
    const files: number[] = [];
    for (let at = site; at !== 0; at = this.#siteRests[at] as number)
      files.push(this.#frameFiles[this.#siteFrames[at] as number] as number);
    return files;
  }

  save(): TraceSitesState {
    return {
      files: [...this.#files],
      frameFiles: [...this.#frameFiles],
      frameLines: [...this.#frameLines],
      siteFrames: [...this.#siteFrames],
      siteRests: [...this.#siteRests],
      siteTotals: [...this.#siteTotals],
    };
  }

  restore(state: TraceSitesState): void {
    this.clear();
    this.#files = [...state.files];
    this.#frameFiles = [...state.frameFiles];
    this.#frameLines = [...state.frameLines];
    for (const [at, name] of this.#files.entries()) if (at > 0) this.#fileNumbers.set(name, at);
    for (const [at, file] of this.#frameFiles.entries())
      if (at > 0) this.#frameNumbers.set(file * LINES + (this.#frameLines[at] as number), at);
    for (let at = 1; at < state.siteFrames.length; at++)
      this.site(
        state.siteFrames[at] as number,
        state.siteRests[at] as number,
        state.siteTotals[at] as number,
      );
  }

  clear(): void {
    this.#lastName = '';
    this.#lastFile = 0;
    this.#lastLine = -1;
    this.#fileNumbers.clear();
    this.#frameNumbers.clear();
    this.#tries.length = 0;
    this.#files.length = 1;
    for (const list of [
      this.#frameFiles,
      this.#frameLines,
      this.#siteFrames,
      this.#siteRests,
      this.#siteTotals,
    ])
      list.length = 1;
  }
}
