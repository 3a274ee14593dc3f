import type { PeopleDecision } from "./people-events.ts";
import { rightProblem, termProblem, type PeopleFacts } from "./people-facts.ts";
import { plusMonths, type LocalDate } from "../deadline/moment.ts";
import { areaKind } from "../place/area-code.ts";
import { refuse } from "../refusal.ts";

/** 书记, 副书记, 委员. */
export const posts = ["SECRETARY", "DEPUTY", "MEMBER"] as const;
export type Post = (typeof posts)[number];

/** Fewest and most members, and the longest term in years. Source of the term: Constitution of the CPC, art. 31. */
export const committeeLimits = { least: 3, most: 9, years: 5 } as const;

/** 社区党组织班子: the Party committee of a community. Both days of the term are included. A post is an office of the Party and gives no right here. */
export interface PartyCommittee {
  readonly communityCode: string;
  readonly termFrom: LocalDate;
  readonly termTo: LocalDate;
  readonly members: readonly { readonly personId: string; readonly post: Post }[];
}

/** Sets a community's Party committee as it was elected: one secretary, nobody twice. */
export function decideSetCommittee(committee: PartyCommittee, facts: PeopleFacts): PeopleDecision<"COMMITTEE_SET"> {
  const { communityCode, termFrom, termTo, members } = committee;
  const forbidden = rightProblem("SET_COMMITTEE", communityCode, facts);
  if (forbidden) return forbidden;
  if (areaKind(communityCode) !== "COMMUNITY") return refuse("NOT_A_COMMUNITY", {}, "communityCode");
  const term = termProblem(termFrom, termTo, ["termFrom", "termTo"]);
  if (term) return term;
  const { least, most, years } = committeeLimits;
  if (termTo >= plusMonths(termFrom, 12 * years)) return refuse("COMMITTEE_TERM_TOO_LONG", { years }, "termTo");
  if (members.length < least || members.length > most) return refuse("COMMITTEE_SIZE", { least, most }, "members");
  if (new Set(members.map((m) => m.personId)).size < members.length) return refuse("COMMITTEE_PERSON_TWICE", {}, "members");
  if (members.filter((m) => m.post === "SECRETARY").length !== 1) return refuse("COMMITTEE_ONE_SECRETARY", {}, "members");
  return { type: "COMMITTEE_SET", payload: { communityCode, termFrom, termTo, members: members.map(({ personId, post }) => ({ personId, post })) } };
}
