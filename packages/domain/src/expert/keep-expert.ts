import { expertSkills, type Expert, type ExpertSkill } from "./expert.ts";
import type { ExpertDecision, ExpertFacts } from "./expert-events.ts";
import { firstProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { areasWith, mayIn } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { areaKind, covers, isAreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Longest name of an organisation, in characters. */
const orgLimit = 100;

/** Whether somebody sees an entry of the pool: whoever reads the pool in its area, around it, or in a part of it; and the expert himself. */
export function seesExpert(expert: Pick<Expert, "area" | "personId">, viewer: Viewer): boolean {
  return expert.personId === viewer.personId || areasWith(viewer, "READ_TALENT_POOL").some((own) => covers(own, expert.area) || covers(expert.area, own));
}

function keepProblem(area: string, facts: Facts): Refusal | null {
  return mayIn(facts.viewer, "KEEP_TALENT_POOL", area) ? null : refuse("FORBIDDEN_RIGHT", { right: "KEEP_TALENT_POOL" });
}

function partsProblem({ org, skills }: ExpertFacts): Refusal | null {
  const known = skills.length > 0 && skills.every((skill) => expertSkills.includes(skill));
  return firstProblem(textProblem("org", org, orgLimit), known ? null : refuse("SKILLS_REQUIRED", {}, "skills"));
}

/** In the order of the closed list, each once: what a page and the log compare. */
function inOrder(skills: readonly ExpertSkill[]): readonly ExpertSkill[] {
  return expertSkills.filter((skill) => skills.includes(skill));
}

export interface AddExpertInput extends ExpertFacts {
  readonly personId: string;
  readonly area: string;
  /** Whether the person stands in the pool of a community or district around or inside this area already. */
  readonly isInPool: boolean;
}

/** Takes somebody into the talent pool of a community or a district; he has just said that he stands ready. */
export function decideAddExpert(input: AddExpertInput, facts: Facts): ExpertDecision {
  const { personId, area, org, skills, available, isInPool } = input;
  const isArea = isAreaCode(area) && (areaKind(area) === "COMMUNITY" || areaKind(area) === "DISTRICT");
  if (!isArea) return refuse("EXPERT_AREA_WRONG", {}, "areaCode");
  const no = keepProblem(area, facts) ?? partsProblem(input);
  if (no) return no;
  if (isInPool) return refuse("EXPERT_IN_POOL", {}, "personId");
  return { type: "EXPERT_ADDED", at: facts.at, payload: { personId, area, org: org.trim(), skills: inOrder(skills), available } };
}

/** Changes organisation, skills or availability; that he stands ready is said by `decideConfirmExpert` alone. */
export function decideAmendExpert(expert: Expert, input: ExpertFacts, facts: Facts): ExpertDecision {
  const no = keepProblem(expert.area, facts) ?? goneProblem(expert) ?? partsProblem(input);
  if (no) return no;
  return { type: "EXPERT_AMENDED", at: facts.at, payload: { org: input.org.trim(), skills: inOrder(input.skills), available: input.available } };
}

/** Somebody asked him, and he stands ready: callable for another 365 days. */
export function decideConfirmExpert(expert: Expert, facts: Facts): ExpertDecision {
  const no = keepProblem(expert.area, facts) ?? goneProblem(expert);
  if (no) return no;
  if (facts.at < expert.confirmedAt) return refuse("EARLIER_THAN_LAST_MOVE", { at: expert.confirmedAt }, "at");
  return { type: "EXPERT_CONFIRMED", at: facts.at, payload: {} };
}

/** Takes somebody out of the pool. Calls he has taken stay what they are. */
export function decideWithdrawExpert(expert: Expert, facts: Facts): ExpertDecision {
  return keepProblem(expert.area, facts) ?? goneProblem(expert) ?? { type: "EXPERT_WITHDRAWN", at: facts.at, payload: {} };
}

function goneProblem(expert: Expert): Refusal | null {
  return expert.withdrawnAt === null ? null : refuse("EXPERT_LEFT_POOL", {});
}
