import type { Card, ColumnKey, View } from "./card.ts";
import { columnOfCard } from "./card.ts";

/** Where a card stands in its column's order. */
interface Place {
  readonly at: string;
  readonly id: string;
}

/** One answer of the server: a stretch of a column, complete between `after` and the last card (or the end). */
export interface Stretch {
  readonly column: ColumnKey;
  readonly cards: readonly Card[];
  /** The last card before it; null at the column's top. */
  readonly after: Card | null;
  readonly hasNext: boolean;
}

export interface ColumnNumbers {
  readonly total: number;
  readonly overdue: number;
}

/** Nothing due comes last, as in the server's order. */
const placeOf = (card: Card, column: ColumnKey): Place => ({ at: (column === "CLOSED" ? card.closedAt : card.due?.at) ?? "~", id: card.id });

function compare(column: ColumnKey, a: Place, b: Place): number {
  const order = a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return column === "CLOSED" ? -order : order;
}

/**
 * The cards that are known, from whatever answers came. An answer is the truth for its stretch of a column and says nothing
 * about the rest; where a card *stands* is told by its own fields. So a moved card leaves one column and enters the other
 * on every data path at once, a refused one is back as soon as its fields are, and no list is ever rolled back.
 */
export class KnownCards {
  readonly #view: View;
  readonly #cards = new Map<string, Card>();
  /** In which column's list the server had it last. */
  readonly #listed = new Map<string, ColumnKey>();

  constructor(view: View) {
    this.#view = view;
  }

  /** New fields of cards that are listed; one that is behind is left aside. */
  update(cards: readonly Card[]): void {
    for (const card of cards) {
      if (!this.#listed.has(card.id)) continue;
      const known = this.#cards.get(card.id);
      if (!known || known.version <= card.version) this.#cards.set(card.id, card);
    }
  }

  apply({ column, cards, after, hasNext }: Stretch, now: string): void {
    const from = after && placeOf(after, column);
    const last = cards.at(-1);
    const to = hasNext && last ? placeOf(last, column) : null;
    const told = new Set(cards.map((card) => card.id));
    for (const [id, listed] of this.#listed) {
      const card = this.#cards.get(id);
      if (listed !== column || told.has(id) || !card) continue;
      const place = placeOf(card, column);
      if ((from && compare(column, place, from) <= 0) || (to && compare(column, place, to) > 0)) continue;
      // No longer in this list. Moved by us: it stands where its fields say. By somebody else: its new list will tell.
      const stands = columnOfCard(card, this.#view, now);
      if (stands !== null && stands !== column) this.#listed.set(id, stands);
      else this.#drop(id);
    }
    for (const id of told) this.#listed.set(id, column);
    this.update(cards);
  }

  #drop(id: string): void {
    this.#listed.delete(id);
    this.#cards.delete(id);
  }

  get(id: string): Card | undefined {
    return this.#listed.has(id) ? this.#cards.get(id) : undefined;
  }

  /** The cards of every column in order, and by how much the server's numbers are behind them. */
  columns(keys: readonly ColumnKey[], now: string): Map<ColumnKey, { cards: Card[]; total: number; overdue: number }> {
    const found = new Map(keys.map((key) => [key, { cards: [] as Card[], total: 0, overdue: 0 }]));
    for (const [id, listed] of this.#listed) {
      const card = this.#cards.get(id);
      if (!card) continue;
      const stands = columnOfCard(card, this.#view, now);
      const there = stands === null ? undefined : found.get(stands);
      there?.cards.push(card);
      if (stands === listed) continue;
      const late = card.overdue ? 1 : 0;
      const left = found.get(listed);
      if (left) [left.total, left.overdue] = [left.total - 1, left.overdue - late];
      if (there) [there.total, there.overdue] = [there.total + 1, there.overdue + late];
    }
    for (const [key, { cards }] of found) cards.sort((a, b) => compare(key, placeOf(a, key), placeOf(b, key)));
    return found;
  }
}
