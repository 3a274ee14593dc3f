import type { Instant } from "@bandeng/domain";
import type { CaseBook } from "./case-book.ts";
import { tellCosts } from "./live-costs.ts";
import { LiveDay } from "./live-day.ts";
import { tellCallBack, tellClosed, tellCommunity, tellEnds, tellReferredUp } from "./live-high.ts";
import { tellBuilding, tellCompound, tellIntake } from "./live-low.ts";
import { tellProjects } from "./live-projects.ts";
import { tellNeighbours } from "./neighbours.ts";
import { Shelf } from "./shelf.ts";

/** What is going on now, in every column of the board, relative to the present moment. */
export function tellLive(book: CaseBook, now: Instant, shelf = new Shelf("BACK")): void {
  const day = new LiveDay(book, shelf, now);
  for (const tell of [tellIntake, tellBuilding, tellCompound, tellCommunity, tellReferredUp, tellCallBack, tellClosed, tellEnds, tellProjects, tellCosts, tellNeighbours]) tell(day);
}
