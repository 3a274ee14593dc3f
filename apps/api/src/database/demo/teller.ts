import type { CaseKind, Channel, Instant, Severity, UrgencyTag } from "@bandeng/domain";
import type { CaseBook, Spot } from "./case-book.ts";
import { CaseStory } from "./case-story.ts";
import { usualKind, type CategoryId, type Shelf } from "./shelf.ts";
import type { Telling } from "./tellings/telling.ts";
import { firstContacts } from "./tellings/phrases.ts";
import { minutesAfter } from "./times.ts";

/** Where something is, as stories write it: a house or compound, and maybe a unit. */
export type Where = string | readonly [address: string, unit: number] | Spot;

export interface Opening {
  readonly category: CategoryId;
  readonly where: Where;
  readonly kind?: CaseKind;
  readonly severity?: Severity;
  readonly tags?: readonly UrgencyTag[];
  readonly channel?: Channel;
  /** Key of whoever writes it down; the grid's member unless given. */
  readonly by?: string;
  readonly anonymous?: boolean;
  /** The category is left open until somebody accepts it. */
  readonly uncategorised?: boolean;
}

/** A case being told, with the telling it is told from. */
export interface ToldStory {
  readonly story: CaseStory;
  readonly telling: Telling;
  /** Keys of the grid's people. */
  readonly member: string;
  readonly head: string;
}

/** Tells how matters come in: who brings them, who writes them down, who accepts them. */
export class Teller {
  readonly book: CaseBook;
  readonly shelf: Shelf;

  constructor(book: CaseBook, shelf: Shelf) {
    this.book = book;
    this.shelf = shelf;
  }

  spot(where: Where): Spot {
    if (typeof where === "string") return this.book.spot(where);
    return "place" in where ? where : this.book.spot(where[0], where[1]);
  }

  /** Somebody brings a matter. */
  open(at: Instant, opening: Opening): ToldStory {
    const { category, kind = usualKind(category), anonymous = false, uncategorised = false } = opening;
    const spot = this.spot(opening.where);
    const telling = this.shelf.take(category);
    const member = spot.gridNo === "000" ? "zhou" : `member-${spot.gridNo}`;
    const head = spot.gridNo === "000" ? "zhou" : `head-${spot.gridNo}`;
    const story = new CaseStory(this.book, {
      at, by: opening.by ?? (kind === "DISPUTE" ? head : member), spot, kind,
      title: telling.title, words: telling.words, category: uncategorised ? null : category,
      severity: opening.severity ?? "NORMAL", tags: opening.tags ?? [], channel: opening.channel ?? "VISIT",
      reporter: anonymous ? null : this.book.resident(spot),
    });
    return { story, telling, member, head };
  }

  /** Brought, contacted and accepted within the hour: matters by the grid's member, quarrels by its head. */
  accepted(at: Instant, opening: Opening & { readonly acceptedBy?: string }): ToldStory {
    const live = this.open(at, opening);
    const { story, member, head } = live;
    const dispute = story.case.kind === "DISPUTE";
    const by = opening.acceptedBy ?? (dispute ? head : member);
    story.contact(by, minutesAfter(at, 20), this.shelf.say(["PHONE", "FACE", "VISIT"]) as "PHONE", this.shelf.say(firstContacts));
    story.accept(by, minutesAfter(at, 45), { category: opening.category, parties: dispute ? this.parties(story) : [] });
    return live;
  }

  /** The reporter, and the neighbour it is about. */
  parties(story: CaseStory): (string | null)[] {
    const reporter = story.case.reporters[0]?.personId ?? null;
    const there = story.spot.residents.filter((r) => r.id !== reporter);
    // In a unit where nobody else is known it is somebody of the grid.
    const other = there[0] ?? this.book.unknownSpot(story.case.gridCode).residents.find((r) => r.id !== reporter);
    return [reporter, other?.id ?? null];
  }
}
