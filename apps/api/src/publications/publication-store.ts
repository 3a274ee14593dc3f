import { areaNumber, waitingComments, type Publication, type RecordedPublication } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { append } from "../log/append.ts";

/** Numbers and rows that hang with a publication. */
export interface PublishedFacts {
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
}

/** What is kept beside the log. */
export interface PublicationWords {
  readonly title: string;
  readonly body: string;
  readonly facts: PublishedFacts | null;
}

/** A publication with its words, for a verb. */
export interface KeptPublication extends PublicationWords {
  readonly publication: Publication;
  readonly version: number;
}

/** A publication, locked until the transaction ends; null when there is none. */
export async function lockPublication(client: Runner, id: string): Promise<KeptPublication | null> {
  const rows = await run<KeptPublication & Record<string, unknown>>(client, "select publication, version, title, body, facts from publication where id::text = lower($1) for update", [id]);
  return rows[0] ?? null;
}

/** The columns of a publication's row. */
export function publicationColumns(p: Publication, { title, body, facts }: PublicationWords, updatedAt: string): Readonly<Record<string, unknown>> {
  return {
    id: p.id, version: p.version, kind: p.kind, subject_id: p.subjectId, area_code: p.areaCode, area_no: areaNumber(p.areaCode), state: p.state, title, body, facts, waiting: waitingComments(p),
    published_at: p.publishedAt, until: p.until, updated_at: updatedAt, publication: p,
  };
}

/** Stores a publication after new events; a new one when its first event is among them. */
export async function storePublication(client: Runner, { publication: p, events }: RecordedPublication, words: PublicationWords, now: string): Promise<void> {
  await run(
    client,
    `insert into publication select * from jsonb_populate_record(null::publication, $1)
     on conflict (id) do update set version = excluded.version, state = excluded.state, title = excluded.title, body = excluded.body, facts = excluded.facts, waiting = excluded.waiting,
       published_at = excluded.published_at, until = excluded.until, updated_at = excluded.updated_at, publication = excluded.publication`,
    [JSON.stringify(publicationColumns(p, words, now))],
  );
  await append(client, "PUBLICATION", p.id, areaNumber(p.areaCode), events);
}

/** Keeps what a resident wrote. @returns false when this very comment is kept already */
export async function storeComment(client: Runner, publicationId: string, comment: { readonly id: string; readonly words: string; readonly shownWords: string }): Promise<boolean> {
  const rows = await run(client, "insert into publication_comment (id, publication_id, words, shown_words) values ($1, $2, $3, $4) on conflict (id) do nothing returning id", [
    comment.id, publicationId, comment.words, comment.shownWords,
  ]);
  return rows.length > 0;
}

/** What a resident wrote; null when there is none. */
export async function commentWords(client: Runner, publicationId: string, id: string): Promise<string | null> {
  const rows = await run<{ words: string }>(client, "select words from publication_comment where publication_id = $1 and id::text = lower($2)", [publicationId, id]);
  return rows[0]?.words ?? null;
}

/** Whether the public page shows it, and with which answer. */
export async function markComment(client: Runner, id: string, change: { readonly shown?: boolean; readonly answer?: string }): Promise<void> {
  await run(client, "update publication_comment set shown = coalesce($2, shown), answer = coalesce($3, answer) where id = $1", [id, change.shown ?? null, change.answer ?? null]);
}
