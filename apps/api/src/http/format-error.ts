import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { errorCodes, type ErrorCode } from "./api-error.ts";
import { faultOf } from "./faults.ts";
import { currentRequest } from "./request-store.ts";
import { withoutValues } from "./without-values.ts";

/** Codes of Apollo's own for what a client did wrong. */
const CLIENT_FAULTS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** What may leave the house of a fault: that there was one, and the number to find it by. */
export function maskedError(requestId: string | undefined, language: "zh" | "en" = "zh"): { message: string; extensions: { code: ErrorCode; requestId: string | undefined } } {
  const message = language === "en" ? "Something went wrong on our side" : "服务器出了问题";
  return { message, extensions: { code: "INTERNAL", requestId } };
}

/** Errors leave with a code of the closed list; one that nobody meant for a client leaves masked, and is logged. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(formatted, error);
  if (code !== "INTERNAL") {
    const { stacktrace: _stacktrace, validationErrors, ...extensions } = formatted.extensions ?? {};
    const paths = validationErrors === undefined ? {} : { paths: pathsOf(validationErrors) };
    return { ...formatted, message: withoutValues(withoutSuggestion(formatted.message)), extensions: { ...extensions, ...paths, code } };
  }
  const request = currentRequest.getStore();
  request?.log.error({ requestId: request.requestId, path: formatted.path, fault: faultOf(unwrapResolverError(error)) }, "unexpected error");
  const where = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  return { ...maskedError(request?.requestId, request?.language), ...where };
}

function codeOf(formatted: GraphQLFormattedError, error: unknown): ErrorCode {
  const code = formatted.extensions?.["code"];
  if (typeof code !== "string") return "INTERNAL";
  // A library's error that happens to carry a code was not meant for clients.
  if (!(unwrapResolverError(error) instanceof GraphQLError) && code !== "BAD_USER_INPUT") return "INTERNAL";
  if (CLIENT_FAULTS.has(code)) return "BAD_USER_INPUT";
  return errorCodes.find((known) => known === code) ?? "INTERNAL";
}

/** The schema is no secret, but guessing names must not be helped along. */
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, "");
}

/** Which inputs class-validator refused; its own objects would repeat the input. */
function pathsOf(errors: unknown, prefix = ""): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((one: { property?: string; children?: unknown[] }) => {
    const path = prefix + (one.property ?? "");
    return one.children?.length ? pathsOf(one.children, `${path}.`) : [path];
  });
}
