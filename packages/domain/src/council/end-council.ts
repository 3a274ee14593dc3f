import type { CouncilEventBody } from "./council-events.ts";
import type { Council } from "./council.ts";
import type { LocalDate } from "../deadline/moment.ts";
import { lastDayProblem } from "../people/end-role.ts";
import { rightProblem, type PeopleFacts } from "../people/people-facts.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Ends a council with a last day: today at the earliest, or yesterday, which means from now on. */
export function decideEndCouncil(council: Council, input: { readonly lastDay: LocalDate }, facts: PeopleFacts): CouncilEventBody<"COUNCIL_ENDED"> | Refusal {
  const { lastDay } = input;
  const no = rightProblem("KEEP_COUNCILS", council.areaCode, facts) ?? lastDayProblem(lastDay, facts.today);
  if (no) return no;
  if (council.to !== null && council.to <= lastDay) return refuse("ENDED_ALREADY", {}, "lastDay");
  return lastDay < council.from ? refuse("PERIOD_REVERSED", {}, "lastDay") : { type: "COUNCIL_ENDED", payload: { lastDay } };
}
