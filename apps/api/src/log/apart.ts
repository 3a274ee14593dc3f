import type { LogEvent } from "../cases/case-columns.ts";

/** What of an event is kept beside the log, in its row of `event_words`: there it can be erased, and no history is rewritten. */
export interface KeptApart {
  /** Somebody's own words. */
  readonly words: string | null;
  /** The title a case got by the event, often the beginning of what a resident said; and the one it had until then. */
  readonly title: string | null;
  readonly title_before: string | null;
}

interface Titled {
  readonly title?: string;
  readonly before?: { readonly title?: string };
  readonly after?: { readonly title?: string };
}

/** Events of a case that carry a title. */
const titled: readonly string[] = ["COLLECTED", "AMENDED"];

/** The payload as the log has it, and what is kept apart from it (null: nothing is). */
export function takeApart({ type, payload, words }: Pick<LogEvent, "type" | "payload"> & { readonly words?: string }): { payload: object; apart: KeptApart | null } {
  if (!titled.includes(type)) return { payload, apart: words === undefined ? null : { words, title: null, title_before: null } };
  const { title, before, after } = payload as Titled;
  const apart = { words: words ?? null, title: title ?? after?.title ?? null, title_before: before?.title ?? null };
  const rest: Record<string, unknown> = { ...payload };
  delete rest["title"];
  if (before) rest["before"] = withoutTitle(before);
  if (after) rest["after"] = withoutTitle(after);
  return { payload: rest, apart: Object.values(apart).some((one) => one !== null) ? apart : null };
}

/** The payload as the domain wrote it. */
export function putTogether(type: string, payload: object, { title, title_before }: Pick<KeptApart, "title" | "title_before">): object {
  if (title === null || !titled.includes(type)) return payload;
  if (type === "COLLECTED") return { ...payload, title };
  const { before, after } = payload as Titled;
  return { ...payload, before: { ...before, title: title_before ?? "" }, after: { ...after, title } };
}

/** The same in a statement: the payload as the domain wrote it, as jsonb, from the log's and the row `apart` of `event_words`. */
export function putTogetherSql(type: string, payload: string, apart: string): string {
  const part = (name: string, title: string): string => `'${name}', coalesce(${payload} -> '${name}', '{}') || jsonb_build_object('title', ${title})`;
  return `(case when ${apart}.title is null or ${type} not in ('${titled.join("', '")}') then ${payload}
    when ${type} = 'COLLECTED' then ${payload} || jsonb_build_object('title', ${apart}.title)
    else ${payload} || jsonb_build_object(${part("before", `coalesce(${apart}.title_before, '')`)}, ${part("after", `${apart}.title`)}) end)`;
}

function withoutTitle<T extends { readonly title?: string }>({ title: _title, ...rest }: T): Omit<T, "title"> {
  return rest;
}
