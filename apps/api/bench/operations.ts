import { collectDocument, boardDocument, contactDocument, detailDocument, escalateDocument, feedDocument, figureKeys, figuresDocument, nextDocument, pageDocument } from "./documents.ts";
import { drawer, type Candidate, type Deck, type Place } from "./draw.ts";
import type { Ask } from "./load.ts";
import { bareIdsOf, idsOf, totalsOf } from "./told.ts";
import { randomUUID } from "node:crypto";

/** The programs that are compared. */
export const programs = ["limit", "ours", "mercurius", "postgraphile", "naive"] as const;
export type Program = (typeof programs)[number];

/** How the requests of a program are made; a program without an entry does not do this operation. */
export type Asks = Partial<Record<Program, () => Ask>>;

/** One thing that is measured. */
export interface Operation {
  readonly key: string;
  readonly title: string;
  /** Draws what the next request is about, the same for every program. */
  draw(): Asks;
  /** An answer, cut down to what all programs have to agree on; absent where answers are not comparable. */
  readonly told?: (body: string) => string;
}

/** Who asks the server as shipped: cookies by community, and the officer's. */
export interface Sessions {
  of(community: string): string;
  readonly officer: string;
}

/** Who writes, for programs that know no sessions. */
const actor = "00000000-0000-7000-8000-000000000000";
const graphql = (query: string, variables: object, headers: Record<string, string> = {}): Ask => ({ path: "/graphql", body: JSON.stringify({ query, variables }), headers });
const limit = (path: string, values: readonly unknown[]): Ask => ({ path: `/${path}`, body: JSON.stringify(values) });
const cursor = (at: string, id: string): string => Buffer.from(JSON.stringify([at, id])).toString("base64url");
const columnNames = ["INTAKE", "BUILDING", "COMPOUND", "COMMUNITY", "REFERRED_UP", "CALL_BACK"];

/** The operations that read, and how each program is asked. */
export function readings(deck: Deck, sessions: Sessions): Operation[] {
  const kinds = { "board-grid": "areaNo", "board-community": "communityNo", "board-district": "districtNo" } as const;
  const board = (path: keyof typeof kinds, places: readonly Place[], cookie: string): Asks => {
    const nos = places.map((p) => p.no);
    const asked = nos.length > 1 ? "board-grids" : path;
    const mercurius = (): Ask => graphql(mercuriusBoard, { path: asked, nos });
    const asks: Asks = { limit: () => limit(asked, nos.length > 1 ? [nos] : nos), ours: () => graphql(boardDocument, { areas: places.map((p) => p.area), view: "ESCALATION", filter: null, first: 30 }, { cookie }), mercurius };
    const [one] = nos;
    if (nos.length > 1 || one === undefined) return asks;
    return { ...asks, postgraphile: () => graphql(graphileBoard(kinds[path]), { no: one, closed: { [kinds[path]]: one } }), naive: () => graphql(naiveBoard, { by: kinds[path], no: one }) };
  };
  const byCases = (p: Place): number => p.cases;
  const inCommunity = (p: Place): string => sessions.of(p.area.slice(0, 12));
  const grid = drawer("grid", deck.grids, byCases);
  const equal = drawer("equal", deck.equal);
  const community = drawer("community", deck.communities, byCases);
  const five = (): Place[] => {
    const first = grid();
    const own = deck.grids.filter((g) => g.area.startsWith(first.area.slice(0, 12)));
    const at = own.indexOf(first);
    return Array.from({ length: Math.min(5, own.length) }, (_, i) => own[(at + i) % own.length] ?? first);
  };
  const stand = drawer("next", deck.next);
  const page = drawer("page", deck.pages);
  const detail = drawer("detail", deck.details);
  const place = drawer("feed", Array.from({ length: 500 }, (_, i) => Math.floor((deck.lastPosition - 300) * (i / 500))));
  const keyed = (key: string, title: string, draw: () => Asks, told?: Operation["told"]): Operation => ({ key, title, draw, ...(told && { told }) });
  return [
    keyed("board", "board of a grid", () => { const g = grid(); return board("board-grid", [g], inCommunity(g)); }, totalsOf),
    keyed("board-equal", `board of a grid, ${deck.equal[0]?.open ?? 0} open`, () => { const g = equal(); return board("board-grid", [g], inCommunity(g)); }, totalsOf),
    keyed("board-5", "board of five grids", () => { const gs = five(); return board("board-grid", gs, gs[0] ? inCommunity(gs[0]) : ""); }, totalsOf),
    keyed("board-community", "board of a community", () => { const c = community(); return board("board-community", [c], inCommunity(c)); }, totalsOf),
    keyed("board-district", "board of the district", () => board("board-district", [deck.district], sessions.officer), totalsOf),
    keyed("next", "next page of a column", () => {
      const { no, area, at, id, column } = stand();
      const name = columnNames[column - 1] ?? "";
      return {
        limit: () => limit("next", [no, column, at, id]),
        ours: () => graphql(nextDocument, { areas: [area], filter: { columns: [name] }, first: 30, after: cursor(at, id), order: "DUE" }, { cookie: sessions.of(area.slice(0, 12)) }),
        mercurius: () => graphql(mercuriusNext, { no, column, at, id }),
      };
    }, idsOf),
    keyed("detail", "case and its events", () => {
      const { id, community: area } = detail();
      return {
        limit: () => limit("detail", [id]),
        ours: () => graphql(detailDocument, { id }, { cookie: sessions.of(area) }),
        mercurius: () => graphql(mercuriusDetail, { id }),
        postgraphile: () => graphql(graphileDetail, { id }),
        naive: () => graphql(naiveDetail, { id }),
      };
    }, idsOf),
    keyed("page", "integration page of 100", () => {
      const { no, area, at, id } = page();
      return {
        limit: () => limit("page", [no, at, id]),
        ours: () => graphql(pageDocument, { areas: [area], after: cursor(at, id) }, { cookie: sessions.of(area) }),
        mercurius: () => graphql(mercuriusPage, { no, at, id }),
        naive: () => graphql(naivePage, { no, at, id }),
      };
    }, idsOf),
    keyed("feed", "change feed page of 100", () => {
      const after = place();
      return { limit: () => limit("feed", [after]), ours: () => graphql(feedDocument, { after }, { cookie: sessions.officer }) };
    }, bareIdsOf),
    keyed("figures", "figures of a community's year", () => {
      const { area, no } = community();
      return {
        limit: () => limit("year", [no, "2025-01-01", "2026-01-01"]),
        ours: () => graphql(figuresDocument, { filter: { areas: [area], from: "2025-01-01", to: "2025-12-31" }, keys: figureKeys }, { cookie: sessions.of(area) }),
      };
    }),
  ];
}

/** A move up, as each program is asked for it. */
export function escalation({ id, version, community }: Candidate, sessions: Sessions): Asks {
  return {
    limit: () => limit("escalate", [id, version, actor]),
    ours: () => graphql(escalateDocument, { input: { id, expectedVersion: version, idempotencyKey: randomUUID(), reason: "两次上门未能解决，请上一级协助" } }, { cookie: sessions.of(community) }),
    mercurius: () => graphql("mutation ($id: ID!, $version: Int!) { escalateCase(id: $id, version: $version) { case { id version level boardColumn } refusal { code } } }", { id, version }),
    postgraphile: () => graphql("mutation ($id: UUID!, $version: Int!) { benchEscalate(input: { wanted: $id, expected: $version }) { case: result { id: rowId version level boardColumn } } }", { id, version }),
    naive: () => graphql("mutation ($id: ID!, $version: Int!) { escalateCase(id: $id, version: $version) { case { id version level boardColumn } refusal { code } } }", { id, version }),
  };
}

/** A note about a case; nothing moves. */
export function contact({ id, version, community }: Candidate, sessions: Sessions): Asks {
  return {
    limit: () => limit("comment", [id, version, actor, "电话告知进展"]),
    ours: () => graphql(contactDocument, { input: { id, expectedVersion: version, idempotencyKey: randomUUID(), kind: "NOTE", words: "电话告知进展" } }, { cookie: sessions.of(community) }),
  };
}

/** A new opinion. The limit has no program of its own for it: it notes one more thing about a case. */
export function intake(candidate: Candidate, sessions: Sessions): Asks {
  const { buildingId, community } = candidate;
  return {
    ...contact(candidate, sessions),
    ours: () => graphql(collectDocument, { input: { idempotencyKey: randomUUID(), kind: "OPINION", channel: "VISIT", words: "楼道灯不亮，晚上看不清台阶", place: { buildingId } } }, { cookie: sessions.of(community), "x-forwarded-for": `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.7` }),
  };
}

const ownCard = `id no version visibility title kind category gridCode gridName severity tags status level maxLevel boardColumn lead { id name } leadIds recordedById supporters reopenCount
  projectId projectNo pendingAsk { kind } due { kind at expected provisional } overdue onSiteDueAt collectedAt closedAt appealed supervised place { compoundId compoundName buildingId buildingAddress unitId unitNo }`;
const mercuriusBoard = `query ($path: String!, $nos: [String!]!) { board(path: $path, nos: $nos) { columns { column total overdue cards { nodes { ${ownCard} } } } } }`;
const mercuriusNext = `query ($no: String!, $column: Int!, $at: String!, $id: ID!) { next(no: $no, column: $column, at: $at, id: $id) { nodes { ${ownCard} } } }`;
const mercuriusPage = `query ($no: String!, $at: String!, $id: ID!) { cases(no: $no, at: $at, id: $id) { nodes { ${ownCard} updatedAt } } }`;
const mercuriusDetail = `query ($id: ID!) { case(id: $id) { ${ownCard} updatedAt events { id seq type at recordedAt actor { id name } payload words due { kind at } } } }`;

const rows = `id: rowId no version title kind category gridCode severity tags status level maxLevel boardColumn leadId lead: personByLeadId { id: rowId displayName } leadIds recordedBy supporters reopenCount
  projectId due boardAt collectedAt closedAt compoundId compound: compoundByCompoundId { name } buildingId building: buildingByBuildingId { address } unitId unit: unitByUnitId { no }`;
const graphileColumn = (by: string, n: number): string => `c${n}: allCases(condition: { ${by}: $no, boardColumn: ${n} }, orderBy: [BOARD_AT_ASC, ROW_ID_ASC], first: 30) { totalCount nodes { ...Row } }`;
function graphileBoard(by: string): string {
  return `query ($no: BigInt!) { ${[1, 2, 3, 4, 5, 6].map((n) => graphileColumn(by, n)).join(" ")} c7: benchClosed(by: "${by}", no: $no, first: 30) { totalCount nodes { ...Row } } } fragment Row on Case { ${rows} }`;
}
const graphileDetail = `query ($id: UUID!) { case: caseByRowId(rowId: $id) { ${rows} updatedAt } events: allEvents(condition: { streamId: $id }, orderBy: [SEQ_DESC], first: 20) { nodes { id: rowId seq type at recordedAt actorId payload due words: eventWordByEventId { words } } } }`;

const naiveCard = `id no version title kind category gridCode severity tags status level maxLevel boardColumn lead { id displayName } leadIds recordedBy supporters reopenCount projectId due collectedAt closedAt
  compound { id name } building { id address } unit { id no }`;
const naiveBoard = `query ($by: String!, $no: String!) { board(by: $by, no: $no) { columns { column total overdue cards { nodes { ${naiveCard} } } } } }`;
const naiveDetail = `query ($id: ID!) { case(id: $id) { ${naiveCard} updatedAt events { id seq type at recordedAt actor { id displayName } payload words { words } due } } }`;
const naivePage = `query ($no: String!, $at: String!, $id: ID!) { cases(no: $no, at: $at, id: $id) { nodes { ${naiveCard} updatedAt } } }`;
