import type { Instant } from "@bandeng/domain";
import { CaseBook } from "./case-book.ts";
import { demoCouncils, type DemoCouncil } from "./councils.ts";
import { tellHistory } from "./history.ts";
import { tellBenches } from "./live-benches.ts";
import { tellLive } from "./live.ts";
import { numberCases, numberCosts, numberMediations, numberProjects, type Counter } from "./numbers.ts";
import { demoExperts, tellExperts, type DemoExpert } from "./experts.ts";
import { demoPeople, type DemoPeople } from "./people.ts";
import { demoPublications, type ToldPublication } from "./publications.ts";
import { demoPlaces, type DemoPlaces } from "./places.ts";
import { demoPoints, type DemoPoints } from "./points.ts";

/** Names what the data was made with; a new telling gets a new name. */
export const demoSeed = "bandeng-demo-1";

/** The whole demo community, in memory. */
export interface DemoData {
  readonly places: DemoPlaces;
  readonly people: DemoPeople;
  readonly book: CaseBook;
  readonly councils: readonly DemoCouncil[];
  readonly points: DemoPoints;
  readonly experts: readonly DemoExpert[];
  readonly publications: readonly ToldPublication[];
  readonly caseNumbers: readonly Counter[];
  readonly projectNumbers: readonly Counter[];
  readonly mediationNumbers: readonly Counter[];
  readonly costNumbers: readonly Counter[];
  readonly now: Instant;
}

/** Makes the demo community as it stands at a moment. Pure: the same moment gives the same data, on every machine. */
export function generateDemo(now: Instant): DemoData {
  const places = demoPlaces();
  const people = demoPeople(places);
  const book = new CaseBook(places, people);
  tellHistory(book, now);
  tellLive(book, now);
  tellBenches(book, now);
  tellExperts(book, now);
  // What the clock has done by itself since the last word of each story.
  for (const matter of book.matters) book.let(matter, book.facts("zhou", now));
  return { places, people, book, councils: demoCouncils(people), experts: demoExperts(people, now), points: demoPoints(places, people, book, now), caseNumbers: numberCases(book.matters), projectNumbers: numberProjects(book.projects), publications: demoPublications(book, now), mediationNumbers: numberMediations(book.mediations), costNumbers: numberCosts(book.costs), now };
}
