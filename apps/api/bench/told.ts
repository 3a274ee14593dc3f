/** Answers cut down to what all programs agree on: which cases, in which order, and how many in all. */

interface Node {
  readonly id: string;
}

interface Told {
  readonly board?: { readonly columns: readonly { readonly total: number; readonly cards: { readonly nodes: readonly Node[] } }[] };
  readonly cases?: { readonly nodes: readonly Node[] };
  readonly next?: { readonly nodes: readonly Node[] };
  readonly case?: Node & { readonly events?: readonly Node[] };
  readonly events?: { readonly nodes: readonly Node[] };
  readonly changes?: { readonly changes: readonly { readonly position: number | string }[] };
  /** PostGraphile has a connection for each column. */
  readonly [column: `c${number}`]: { readonly totalCount: number; readonly nodes: readonly Node[] };
}

const dataOf = (body: string): Told => (JSON.parse(body) as { data: Told }).data;
const ids = (nodes: readonly Node[] = []): string => nodes.map((n) => n.id).join(" ");

/** A board: of each column the total and the cards. */
export function totalsOf(body: string): string {
  const data = dataOf(body);
  const columns = data.board?.columns.map((c) => [c.total, c.cards.nodes] as const) ?? [1, 2, 3, 4, 5, 6, 7].map((n) => [data[`c${n}`]?.totalCount ?? 0, data[`c${n}`]?.nodes ?? []] as const);
  return columns.map(([total, nodes]) => `${total}: ${ids(nodes)}`).join("\n");
}

/** A page, or a case with its events. */
export function idsOf(body: string): string {
  const data = dataOf(body);
  if (data.case) return `${data.case.id}: ${ids(data.case.events ?? data.events?.nodes)}`;
  return ids((data.cases ?? data.next)?.nodes);
}

/** A page of the change feed. */
export function bareIdsOf(body: string): string {
  return dataOf(body).changes?.changes.map((c) => String(c.position)).join(" ") ?? "";
}
