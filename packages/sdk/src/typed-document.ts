/**
 * A GraphQL document that knows what it answers and asks for. What graphql-codegen makes fits, both as strings
 * (`documentMode: "string"`) and as parsed documents whose text is kept (`gql` of graphql-tag).
 */
export interface TypedDocument<Result, Variables> {
  /** Never called: it carries the types. */
  readonly __apiType?: (variables: Variables) => Result;
}

/** A document as text, with types. */
export type TypedText<Result, Variables> = string & TypedDocument<Result, Variables>;

/** Says what a text answers and asks for. */
export const typed = <Result, Variables = Record<string, never>>(text: string): TypedText<Result, Variables> => text as TypedText<Result, Variables>;

/** The text of a document. @throws TypeError when a parsed document has not kept its text. */
export function textOf(document: unknown): string {
  if (typeof document === "string" || document instanceof String) return String(document);
  const text = (document as { loc?: { source?: { body?: unknown } } } | null)?.loc?.source?.body;
  if (typeof text === "string") return text;
  throw new TypeError("A document is a text, or was parsed from one that it still has");
}
