import { GraphQLError } from "graphql";

/** Every code an error of the API can carry: a closed list, so that clients can switch on it. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "COST_EXCEEDED",
  "RATE_LIMITED",
  "CONFLICT",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

// Others answer 200 with errors once they run, 400 before.
const status: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429 };

/** An error that a client is meant to read. Whatever else is thrown is masked as INTERNAL. */
export function apiError(code: Exclude<ErrorCode, "INTERNAL">, message: string, more: Record<string, unknown> = {}): GraphQLError {
  const http = status[code] === undefined ? {} : { http: { status: status[code] } };
  return new GraphQLError(message, { extensions: { ...more, code, ...http } });
}

/** The same for a request that is refused before anything of it runs. */
export function earlyError(code: Exclude<ErrorCode, "INTERNAL">, message: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...more, code, http: { status: status[code] ?? 400 } } });
}
