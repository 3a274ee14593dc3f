import type { PoolClient } from "pg";
import type { Broken } from "../broken-link.ts";
import type { ChainHead } from "../chain.ts";

/** Rows up to here are the same in both histories; the backup differs after it. */
export const FORK = 150;
/** Length of the chain that is tampered with. */
export const LENGTH = 250;

/** What a tampering does, as the owner, and what has to be found. `position` null: found by its id alone. */
export interface Found {
  readonly kinds: readonly Broken["kind"][];
  readonly position: number | null;
  readonly auditId?: string;
  /** Found only by comparing with this head, which was kept outside. */
  readonly head?: true;
}

export interface Book {
  readonly client: PoolClient;
  /** A whole number from `from` to `to`. */
  readonly pick: (from: number, to: number) => number;
  readonly head: ChainHead;
}

export type Tampering = (book: Book) => Promise<Found>;

const text = (column: string): string => `${column} = coalesce(${column}, '') || 'x'`;
const bytes = (column: string): string => `${column} = set_byte(${column}, 0, 255 - get_byte(${column}, 0))`;

/** How each column is changed. */
const edits: Readonly<Record<string, string>> = {
  at: "at = at + interval '1 millisecond'", person_id: "person_id = gen_random_uuid()", session_id: text("session_id"), address: text("address"),
  request_id: text("request_id"), action: text("action"), outcome: "outcome = case outcome when 'DONE' then 'REFUSED' else 'DONE' end", code: "code = null",
  subject_kind: "subject_kind = 'PERSON'", subject_id: text("subject_id"), area_no: "area_no = area_no + 1000", before_hash: bytes("before_hash"),
  after_hash: "after_hash = null", reason: text("reason"), xid: "xid = (xid::text::int8 + 1)::text::xid8", key_no: "key_no = 2", mac: bytes("mac"),
};

const ofPosition = "(select audit_id from audit_link where position = $1)";
/** Every column but the id, for copying one row over another. */
const content = Object.keys(edits).join(", ");

const edit = (column: string): Tampering => async ({ client, pick }) => {
  const position = pick(1, LENGTH);
  await client.query(`update audit set ${edits[column]} where id = ${ofPosition}`, [position]);
  return { kinds: ["EDITED"], position };
};

/** Columns of a link; the position is moved behind the end. */
const editLink = (set: string, kinds: Found["kinds"]): Tampering => async ({ client, pick }) => {
  const position = pick(1, LENGTH - 1);
  await client.query(`update audit_link set ${set} where position = $1`, [position]);
  return { kinds, position };
};

const remove = (parts: { row: boolean; link: boolean; close?: boolean }): Tampering => async ({ client, pick }) => {
  const position = pick(1, LENGTH - 2);
  const { rows } = await client.query("select audit_id as id from audit_link where position = $1", [position]);
  if (parts.link) await client.query("delete from audit_link where position = $1", [position]);
  if (parts.row) await client.query("delete from audit where id = $1", [rows[0].id]);
  if (parts.close) await shift(client, position, -1);
  return { kinds: ["DELETED"], position };
};

/** Moves every place after one; in two steps, for positions are unique at every moment. */
async function shift(client: PoolClient, after: number, by: 1 | -1): Promise<void> {
  await client.query("update audit_link set position = -position where position > $1", [after]);
  await client.query("update audit_link set position = $1 - position where position < 0", [by]);
}

async function forge(client: PoolClient, like: number, mac = "a.mac"): Promise<string> {
  const { rows } = await client.query(
    `insert into audit (id, ${content}) select gen_random_uuid(), ${content.replace("mac", mac)} from audit a where id = ${ofPosition} returning id`, [like]);
  return rows[0].id;
}

const insertLoose: Tampering = async ({ client, pick }) => {
  const auditId = await forge(client, pick(1, LENGTH));
  if (pick(0, 1) === 1) await client.query("insert into audit_waiting values ($1, '3')", [auditId]);
  return { kinds: ["INSERTED"], position: null, auditId };
};

const insertLinked = (atEnd: boolean): Tampering => async ({ client, pick }) => {
  const after = atEnd ? LENGTH : pick(1, LENGTH - 1);
  const auditId = await forge(client, pick(1, LENGTH), "sha256(gen_random_uuid()::text::bytea)");
  await shift(client, after, 1);
  await client.query("insert into audit_link values ($1, $2, sha256('made up'), 1)", [after + 1, auditId]);
  return { kinds: ["INSERTED"], position: after + 1, auditId };
};

const swap = (how: (client: PoolClient, one: number, other: number) => Promise<unknown>, kinds: Found["kinds"]): Tampering => async ({ client, pick }) => {
  const one = pick(1, LENGTH - 1);
  const other = pick(one + 1, LENGTH);
  await how(client, one, other);
  return { kinds, position: one };
};

const swapPlaces = async (client: PoolClient, one: number, other: number): Promise<void> => {
  await client.query("update audit_link set position = -1 where position = $1", [one]);
  await client.query("update audit_link set position = $1 where position = $2", [one, other]);
  await client.query("update audit_link set position = $1 where position = -1", [other]);
};
const swapRowsOfPlaces = async (client: PoolClient, one: number, other: number): Promise<void> => {
  const { rows } = await client.query("select position::int, audit_id as id from audit_link where position = any($1) order by position", [[one, other]]);
  await client.query("update audit_link set audit_id = gen_random_uuid() where position = $1", [one]);
  await client.query("update audit_link set audit_id = $2 where position = $1", [other, rows[0].id]);
  await client.query("update audit_link set audit_id = $2 where position = $1", [one, rows[1].id]);
};
/** Exchanges columns of two rows, which keep their ids. */
const swapColumns = (columns: string) => (client: PoolClient, one: number, other: number) =>
  client.query(
    `update audit a set (${columns}) = (select ${columns} from audit b where b.id <> a.id and b.id in (select audit_id from audit_link where position in ($1, $2)))
     where a.id in (select audit_id from audit_link where position in ($1, $2))`, [one, other]);

/** Puts a genuine row of the other history, which the backup kept, into a place. One of the fork would be right there: it was. */
const restore = (withLink: boolean): Tampering => async ({ client, pick }) => {
  const position = pick(FORK + 2, LENGTH - 1);
  await client.query(`delete from audit where id = ${ofPosition}`, [position]);
  await client.query("insert into audit select a.* from backup.audit a join backup.audit_link l on l.audit_id = a.id where l.position = $1", [position]);
  const set = withLink ? "audit_id = b.audit_id, hash = b.hash" : "audit_id = b.audit_id";
  await client.query(`update audit_link l set ${set} from backup.audit_link b where b.position = l.position and l.position = $1`, [position]);
  return { kinds: ["RESTORED"], position };
};

/** The whole table as the backup has it: only a head that was kept outside tells. */
const restoreAll: Tampering = async ({ client, head }) => {
  await client.query("delete from audit");
  await client.query("delete from audit_link");
  await client.query("insert into audit select * from backup.audit");
  await client.query("insert into audit_link select * from backup.audit_link");
  return { kinds: ["RESTORED"], position: head.position, head: true };
};

const truncate = (rowsToo: boolean): Tampering => async ({ client, pick }) => {
  const last = pick(1, LENGTH - 1);
  if (rowsToo) await client.query("delete from audit where id in (select audit_id from audit_link where position > $1)", [last]);
  await client.query("delete from audit_link where position > $1", [last]);
  return { kinds: ["TRUNCATED"], position: last + 1, head: true };
};

const truncateLink: Tampering = async ({ client }) => {
  const { rows } = await client.query("delete from audit_link where position = $1 returning audit_id as id", [LENGTH]);
  return { kinds: ["TRUNCATED"], position: null, auditId: rows[0].id };
};

/** Everything somebody with the owner's rights, and without the key, may try. */
export const allTamperings: Readonly<Record<string, Tampering>> = {
  ...Object.fromEntries(Object.keys(edits).map((column) => [`edit ${column}`, edit(column)])),
  "edit id": async ({ client, pick }) => {
    const position = pick(1, LENGTH);
    await client.query(`update audit set id = gen_random_uuid() where id = ${ofPosition}`, [position]);
    return { kinds: ["DELETED"], position };
  },
  "edit the hash of a place": editLink(bytes("hash"), ["EDITED"]),
  "edit the key number of a place": editLink("key_no = 2", ["EDITED"]),
  "edit the row of a place": editLink("audit_id = gen_random_uuid()", ["DELETED"]),
  "move a place behind the end": editLink(`position = ${LENGTH + 7}`, ["DELETED"]),
  "delete a row": remove({ row: true, link: false }),
  "delete a place": remove({ row: false, link: true }),
  "delete a row and its place": remove({ row: true, link: true }),
  "delete a row and close the gap": remove({ row: true, link: true, close: true }),
  "insert a row": insertLoose,
  "insert a row with a place at the end": insertLinked(true),
  "insert a row with a place in between": insertLinked(false),
  "swap two places": swap(swapPlaces, ["SWAPPED"]),
  "swap the rows of two places": swap(swapRowsOfPlaces, ["SWAPPED"]),
  "swap two rows": swap(swapColumns(content), ["SWAPPED"]),
  "swap what two rows say": swap(swapColumns("action, subject_id"), ["EDITED"]),
  "restore a row": restore(false),
  "restore a row and its place": restore(true),
  "restore everything": restoreAll,
  "cut the end": truncate(true),
  "cut the places of the end": truncate(false),
  "cut the last place": truncateLink,
};
