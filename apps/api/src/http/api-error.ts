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

const status: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, RATE_LIMITED: 429 };

/** The answer to a request that is refused before anything of it runs. */
export function earlyError(code: Exclude<ErrorCode, "INTERNAL">, message: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...more, code, http: { status: status[code] ?? 400 } } });
}
