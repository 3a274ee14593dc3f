/**
 * What is pushed into a stream until it ends. Written by hand because an async generator that waits for its next value
 * cannot be told to return: this one ends at once, from either side.
 */
export class Signals<T> implements AsyncIterableIterator<T> {
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  readonly #values: T[] = [];
  readonly #onEnd: () => void;
  #ended = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  push(value: T): void {
    if (this.#ended) return;
    const next = this.#waiting.shift();
    if (next === undefined) this.#values.push(value);
    else next({ done: false, value });
  }

  /** What was pushed before is still delivered. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const next of this.#waiting.splice(0)) next({ done: true, value: undefined });
    this.#onEnd();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const value = this.#values.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#values.length = 0;
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
