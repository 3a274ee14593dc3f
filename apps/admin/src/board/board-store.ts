import type { AnyVariables, Client, CombinedError, OperationResult } from "urql";
import type { BoardQuery, CaseFilter, CaseOrder } from "../graphql/graphql.ts";
import { boardDocument, boardPageDocument } from "./board-documents.ts";
import { columnOfCard, columnsOf, type Card, type ColumnKey, type View } from "./card.ts";
import { KnownCards, type ColumnNumbers } from "./known-cards.ts";

export interface BoardAsked {
  readonly areas: readonly string[];
  readonly view: View;
  readonly filter: CaseFilter | null;
  /** Cards of each column at first. */
  readonly first: number;
}

export interface BoardColumn extends ColumnNumbers {
  readonly key: ColumnKey;
  readonly cards: readonly Card[];
  readonly wipLimit: number | null;
  readonly hasNext: boolean;
  readonly isLoadingNext: boolean;
}

export interface BoardShown {
  /** Undefined until the first answer. */
  readonly columns: readonly BoardColumn[] | undefined;
  readonly isFetching: boolean;
  readonly error: CombinedError | undefined;
}

interface ColumnState extends ColumnNumbers {
  wipLimit: number | null;
  cursor: string | null;
  hasNext: boolean;
  /** The last card of the deepest page. */
  deepest: Card | null;
  /** More than the first page was asked for. */
  isDeep: boolean;
  isLoadingNext: boolean;
}

const pageSize = 50;
const nothing: BoardShown = { columns: undefined, isFetching: true, error: undefined };

/** What makes two answers the same list: re-sent because a card in it changed, it says nothing new about the list. */
const sameList = (ids: readonly string[], cursor: string | null) => `${cursor}:${ids.join()}`;

/** One board (or one lane of it) and what is known of it. A store outside React: a new question is a new store. */
export class BoardStore {
  readonly asked: BoardAsked;
  readonly #client: Client;
  readonly #known: KnownCards;
  readonly #columns = new Map<ColumnKey, ColumnState>();
  readonly #lists = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #shown = nothing;
  #refreshedAt = 0;
  #isAsking = false;
  #isWantedAgain = false;

  constructor(client: Client, asked: BoardAsked) {
    this.#client = client;
    this.asked = asked;
    this.#known = new KnownCards(asked.view);
  }

  get shown(): BoardShown {
    return this.#shown;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stops.splice(0).forEach((stop) => stop());
    };
  };

  /** Asks again, unless that was done a moment ago: the window got the focus, time has passed, somebody retries. */
  refresh({ atOnce = false } = {}): void {
    if (!atOnce && Date.now() - this.#refreshedAt < 2000) return;
    // What is on its way may have been read before what this is asked for: the same question again would share its answer.
    if (this.#isAsking) {
      this.#isWantedAgain ||= atOnce;
      return;
    }
    this.#refreshedAt = Date.now();
    this.#isAsking = true;
    this.#show({ isFetching: true });
    const { areas, view, filter, first } = this.asked;
    void this.#client.query(boardDocument, { areas: [...areas], view, filter, first }, { requestPolicy: "network-only" }).toPromise().then((result) => {
      this.#onBoard(result);
      this.#answered();
    });
  }

  #answered(): void {
    this.#isAsking = false;
    if (!this.#isWantedAgain) return;
    this.#isWantedAgain = false;
    if (this.#listeners.size > 0) this.refresh({ atOnce: true });
  }

  card(id: string): Card | undefined {
    return this.#known.get(id);
  }

  /** The next cards of a column; asked for while its end comes into view. */
  loadNext(key: ColumnKey): void {
    const column = this.#columns.get(key);
    if (!column?.hasNext || column.isLoadingNext || column.cursor === null) return;
    column.isLoadingNext = true;
    column.isDeep = true;
    const after = column.deepest;
    const filter: CaseFilter = { ...this.asked.filter, ...(this.asked.view === "ESCALATION" ? { columns: [key as never] } : { statuses: [key as never] }) };
    const order: CaseOrder = key === "CLOSED" ? "CLOSED" : "DUE";
    const variables = { areas: [...this.asked.areas], filter, first: pageSize, after: column.cursor, order };
    let isAnswered = false;
    // Stays subscribed: what a mutation changes of a card further down is told here.
    const { unsubscribe } = this.#client.query(boardPageDocument, variables).subscribe((result) => {
      const page = result.data?.cases;
      const state = this.#columns.get(key);
      if (page && state && this.#isNewList(`${key}:${variables.after}`, page.nodes, page.pageInfo.endCursor)) {
        const last = page.nodes.at(-1);
        // Closed cases of more than 30 days ago are no part of the board, though the list goes on.
        const isOver = last !== undefined && columnOfCard(last, this.asked.view, this.#now()) === null;
        const hasNext = page.pageInfo.hasNextPage && !isOver;
        if (!isAnswered) Object.assign(state, { cursor: page.pageInfo.endCursor, hasNext, deepest: last ?? state.deepest });
        this.#known.apply({ column: key, cards: page.nodes, after, hasNext }, this.#now());
      } else if (page) this.#known.update(page.nodes);
      if (state && !result.stale) state.isLoadingNext = false;
      isAnswered ||= page !== undefined;
      this.#show({ error: result.error });
    });
    this.#stops.push(unsubscribe);
    this.#show({});
  }

  #start(): void {
    const { areas, view, filter, first } = this.asked;
    this.#refreshedAt = Date.now();
    this.#isAsking = true;
    const { unsubscribe } = this.#client
      .query(boardDocument, { areas: [...areas], view, filter, first }, { requestPolicy: "cache-and-network" })
      .subscribe((result) => {
        this.#onBoard(result);
        if (!result.stale && this.#isAsking) this.#answered();
      });
    this.#stops.push(unsubscribe);
  }

  readonly #onBoard = (result: OperationResult<BoardQuery, AnyVariables>): void => {
    if (result.data) for (const column of result.data.board.columns) this.#onColumn(column);
    this.#show({ isFetching: result.stale, error: result.error });
  };

  #onColumn({ column, status, total, overdue, wipLimit, cards }: BoardQuery["board"]["columns"][number]): void {
    const key = column ?? status;
    if (key === null) return;
    const { endCursor, hasNextPage } = cards.pageInfo;
    const state = this.#columns.get(key);
    if (state?.isDeep && hasNextPage) {
      // Scrolled further down than this answer reaches: the frontier stays.
      Object.assign(state, { total, overdue, wipLimit });
    } else {
      const deepest = cards.nodes.at(-1) ?? null;
      this.#columns.set(key, { total, overdue, wipLimit, cursor: endCursor, hasNext: hasNextPage, deepest, isDeep: false, isLoadingNext: false });
    }
    if (this.#isNewList(key, cards.nodes, endCursor)) this.#known.apply({ column: key, cards: cards.nodes, after: null, hasNext: hasNextPage }, this.#now());
    else this.#known.update(cards.nodes);
  }

  #isNewList(name: string, cards: readonly Card[], cursor: string | null): boolean {
    const list = sameList(cards.map((card) => card.id), cursor);
    if (this.#lists.get(name) === list) return false;
    this.#lists.set(name, list);
    return true;
  }

  #now(): string {
    return new Date().toISOString();
  }

  #show(change: Partial<BoardShown>): void {
    let { columns } = this.#shown;
    if (this.#columns.size > 0) {
      const keys = columnsOf(this.asked.view);
      // A limit is the community's: a part of its cases, one grid or what a filter leaves, says nothing about it.
      const isWhole = this.asked.filter === null && this.asked.areas.every((code) => code.length <= 12);
      const stands = this.#known.columns(keys, this.#now());
      columns = keys.map((key) => {
        const state = this.#columns.get(key);
        const found = stands.get(key);
        return {
          key,
          cards: found?.cards ?? [],
          total: Math.max(0, (state?.total ?? 0) + (found?.total ?? 0)),
          overdue: Math.max(0, (state?.overdue ?? 0) + (found?.overdue ?? 0)),
          wipLimit: isWhole ? (state?.wipLimit ?? null) : null,
          hasNext: state?.hasNext ?? false,
          isLoadingNext: state?.isLoadingNext ?? false,
        };
      });
    }
    this.#shown = { ...this.#shown, ...change, columns };
    for (const listener of this.#listeners) listener();
  }
}
