import type { Instant } from "@bandeng/domain";
import type { CaseBook } from "./case-book.ts";
import type { Shelf } from "./shelf.ts";
import { Teller } from "./teller.ts";
import { minutesAfter, onWorkday } from "./times.ts";

/** Tells matters relative to the present day: the n-th working day before it, or minutes ago. */
export class LiveDay extends Teller {
  readonly now: Instant;

  constructor(book: CaseBook, shelf: Shelf, now: Instant) {
    super(book, shelf);
    this.now = now;
  }

  /** A time on the n-th working day before today, n ≥ 1: always in the past. */
  day(n: number, time: string): Instant {
    return onWorkday(this.book.calendar, this.now, -n, time);
  }

  /** A date n working days from today, before it where n is negative. */
  date(n: number): string {
    return onWorkday(this.book.calendar, this.now, n, "12:00").slice(0, 10);
  }

  ago(minutes: number): Instant {
    return minutesAfter(this.now, -minutes);
  }
}
