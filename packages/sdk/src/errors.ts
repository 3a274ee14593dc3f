/** Every code an error of the API can carry, and UNREACHABLE, which is this client's own: no answer came, or none that could be read. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "COST_EXCEEDED",
  "RATE_LIMITED",
  "CONFLICT",
  "INTERNAL",
  "UNREACHABLE",
] as const;
/** A code of the closed list. */
export type ErrorCode = (typeof errorCodes)[number];

/** What an error of the API tells. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  /** The request's number: tell it to whoever runs the installation. */
  readonly requestId?: string | undefined;
  /** Seconds after which the budget is whole again, with RATE_LIMITED. */
  readonly retryAfter?: number | undefined;
  /** The field of the document that failed. */
  readonly path?: readonly (string | number)[] | undefined;
  /** Fields that were answered all the same. */
  readonly data?: unknown;
}

/** An error of the API. Refusals are no errors: they are values in the payload of a mutation. */
export class BandengError extends Error {
  override readonly name = "BandengError";
  readonly code: ErrorCode;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly path: readonly (string | number)[] | undefined;
  readonly data: unknown;

  constructor(message: string, { code, requestId, retryAfter, path, data }: ErrorFacts, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.path = path;
    this.data = data;
  }
}

/** Pages of changes do not join: something may have been missed, or the server was set back to an earlier state. Read everything anew. */
export class GapError extends Error {
  override readonly name = "GapError";
  /** Up to where everything is known. */
  readonly after: number;

  constructor(message: string, after: number) {
    super(message);
    this.after = after;
  }
}
