/** From whoever looks after the others to one of them: work on this database (the URL holds the password), or end. */
export type Order = { readonly kind: "START"; readonly url: string; readonly jobs: boolean } | { readonly kind: "STOP" };

/** What one of them tells: that it serves, or why it cannot. `forPeople` is a sentence for whoever started the program. */
export type Report = { readonly kind: "READY"; readonly address: string } | { readonly kind: "FAILED"; readonly text: string; readonly forPeople: boolean };

/** Both ends are this program: what is no message of ours is none of its library's either, and is left alone. */
export function isMessage(value: unknown): value is { readonly kind: string } {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}
