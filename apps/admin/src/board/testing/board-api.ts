import type { Client } from "urql";
import { makeClient } from "../../client.ts";
import type { Viewer } from "../../session/viewer.ts";
import { columnOfCard, columnsOf, type Card, type View } from "../card.ts";

type Variables = Record<string, unknown>;
type Answer = (variables: Variables) => unknown;

export const grid = "340802001007003";

/** 李网格长: head of grid 003. */
export const li: Viewer = { username: "li", stage: "FULL", person: { id: "p-li", name: "李网格长" }, roles: [{ role: "GRID_HEAD", areaCode: grid, areaName: "曹家巷网格", buildingId: null }], convenes: [], can: [] };

export function sampleCard(id: string, change: Partial<Card> = {}): Card {
  return {
    id,
    no: `340802001007-2026-${id.padStart(4, "0")}`,
    version: 3,
    visibility: "WHOLE",
    title: `事项 ${id}`,
    kind: "DIFFICULTY",
    category: "assets.lighting",
    gridCode: grid,
    gridName: "曹家巷网格",
    severity: "NORMAL",
    tags: [],
    status: "IN_PROGRESS",
    level: "BUILDING",
    maxLevel: "BUILDING",
    boardColumn: "BUILDING",
    lead: { id: "p-li", name: "李网格长" },
    leadIds: ["p-li"],
    recordedById: "p-he",
    supporters: 1,
    reopenCount: 0,
    projectId: null,
    projectNo: null,
    pendingAsk: null,
    due: { kind: "LEVEL", at: `2099-01-01T00:00:00.${id.padStart(3, "0").slice(-3)}Z`, expected: false, provisional: false },
    overdue: false,
    onSiteDueAt: null,
    collectedAt: "2026-11-16T05:30:00.000Z",
    closedAt: null,
    appealed: false,
    supervised: false,
    place: { compoundId: "c-1", compoundName: "曹家巷小区", buildingId: "b-3", buildingAddress: "曹家巷小区3号楼", unitId: null, unitNo: null },
    ...change,
  };
}

/** GraphQL answers carry the names of types, by which the cache knows entities. */
export function typed(card: Card): unknown {
  const { lead, due, pendingAsk, place, ...own } = card;
  return {
    ...own,
    lead: lead && { ...lead, __typename: "Person" },
    due: due && { ...due, __typename: "Due" },
    pendingAsk: pendingAsk && { ...pendingAsk, __typename: "PendingAsk" },
    place: { ...place, __typename: "CasePlaceType" },
    // What can be done next: forms ask for it with the card.
    actions: [],
    __typename: "Case",
  };
}

/** What the server says to Board: cards by their column, a page of each. */
function boardAnswer(cards: readonly Card[], view: View, first: number): unknown {
  const columns = columnsOf(view).map((key) => {
    const found = cards.filter((card) => columnOfCard(card, view, new Date().toISOString()) === key);
    const shown = found.slice(0, first);
    return {
      column: view === "ESCALATION" ? key : null,
      status: view === "WORKFLOW" ? key : null,
      total: found.length,
      overdue: found.filter((card) => card.overdue).length,
      wipLimit: null,
      cards: {
        nodes: shown.map(typed),
        pageInfo: { endCursor: shown.at(-1)?.id ?? null, hasNextPage: found.length > shown.length, __typename: "PageInfo" },
        __typename: "CaseConnection",
      },
      __typename: "BoardColumnPage",
    };
  });
  return { board: { columns, __typename: "Board" } };
}

export interface BoardApi {
  client: Client;
  /** The cards as the server has them; change it and refresh. */
  cards: Card[];
  asked: { operation: string; variables: Variables }[];
  on: (operation: string, answer: Answer) => void;
}

/** Board as the server answers it, of given cards. */
export const boardOf = (cards: readonly Card[]): Answer => ({ view, first }) => boardAnswer(cards, view as View, Number(first));

/** The real client with its cache, on a server that is a list of cards. An answer that is an Error is a network that fails. `stream` answers /graphql/stream. */
export function boardApi(cards: Card[], stream?: typeof fetch): BoardApi {
  const asked: BoardApi["asked"] = [];
  const api: Pick<BoardApi, "cards"> = { cards };
  const answers = new Map<string, Answer>([["Board", ({ view, first }) => boardAnswer(api.cards, view as View, Number(first))]]);
  const send: typeof fetch = async (_url, init) => {
    const { operationName, variables } = JSON.parse(String(init?.body)) as { operationName: string; variables: Variables };
    asked.push({ operation: operationName, variables });
    const answer = await answers.get(operationName)?.(variables);
    const body = answer instanceof Error || answer === undefined ? { errors: [{ message: "broken", extensions: { code: "INTERNAL", requestId: "req-0007" } }] } : { data: answer };
    return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
  };
  const client = makeClient({ fetch: send, url: "http://fake.invalid/graphql", ...(stream && { live: { url: "http://fake.invalid/graphql/stream", fetch: stream } }) });
  return Object.assign(api, { client, asked, on: (operation: string, answer: Answer) => void answers.set(operation, answer) });
}
