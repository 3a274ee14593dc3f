/**
 * The program cannot start, for a reason that a person can do something about. Its message is the whole output: one
 * sentence in Chinese, one in English, no stack.
 */
export class StartRefused extends Error {
  override readonly name = "StartRefused";

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} · ${en}`, options);
  }
}
