import type { CouncilEventBody } from "./council-events.ts";
import { canConvene, councilLimits, hasCouncil, type Council, type CouncilMember } from "./council.ts";
import { textProblem } from "../case/guards.ts";
import type { LocalDate } from "../deadline/moment.ts";
import { rightProblem, termProblem, type PeopleFacts } from "../people/people-facts.ts";
import { overlaps, type RoleAssignment } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

export interface SetCouncilInput {
  readonly areaCode: string;
  /** What it calls itself. Kept in its row, never in the log. */
  readonly name: string;
  readonly convenerId: string;
  readonly members: readonly CouncilMember[];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Longest name of a council, in characters. */
export const councilNameLimit = 60;

/** A member's days exist, are in order and lie within the council's term. */
function memberProblem(member: CouncilMember, term: Pick<SetCouncilInput, "from" | "to">): Refusal | null {
  const wrong = termProblem(member.from, member.to, ["members", "members"]);
  if (wrong) return wrong;
  const last = term.to ?? "9999-12-31";
  return member.from < term.from || member.from > last || (member.to ?? last) > last ? refuse("COUNCIL_MEMBER_TERM", {}, "members") : null;
}

/**
 * Sets up the bench council of a grid or a community, or sets the one there is anew: convener, members with their
 * categories, terms. The convener holds a role in that scope, nobody is a member twice at once, and an area has one
 * council on any day. One that has ended stays as it was.
 *
 * @param current the council that is set anew; null for a new one
 * @param others the other councils of the area
 * @param convener the convener's assignments of today
 */
export function decideSetCouncil(
  current: Council | null,
  input: SetCouncilInput,
  others: readonly Pick<Council, "from" | "to">[],
  convener: readonly RoleAssignment[],
  facts: PeopleFacts,
): CouncilEventBody<"COUNCIL_SET"> | Refusal {
  const { areaCode, convenerId, members, from, to } = input;
  const forbidden = rightProblem("KEEP_COUNCILS", current?.areaCode ?? areaCode, facts);
  if (forbidden) return forbidden;
  if (!hasCouncil(areaCode) || (current !== null && current.areaCode !== areaCode)) return refuse("COUNCIL_AREA_WRONG", {}, "areaCode");
  if (current?.to != null && current.to < facts.today) return refuse("COUNCIL_OVER", {});
  const wrong = textProblem("name", input.name, councilNameLimit) ?? termProblem(from, to);
  if (wrong) return wrong;
  if (others.some((other) => overlaps(other, { from, to }))) return refuse("COUNCIL_OVERLAPS", {}, "from");
  if (!canConvene(convener, areaCode)) return refuse("COUNCIL_CONVENER_ROLE", {}, "convenerId");
  const { least, most } = councilLimits;
  if (members.length < least || members.length > most) return refuse("COUNCIL_SIZE", { least, most }, "members");
  for (const [i, member] of members.entries()) {
    const problem = memberProblem(member, { from, to });
    if (problem) return problem;
    if (members.slice(0, i).some((m) => m.personId === member.personId && overlaps(m, member))) return refuse("COUNCIL_PERSON_TWICE", {}, "members");
  }
  const listed = members.map(({ personId, category, from: since, to: until }) => ({ personId, category, from: since, to: until }));
  return { type: "COUNCIL_SET", payload: { areaCode, convenerId, members: listed, from, to } };
}
