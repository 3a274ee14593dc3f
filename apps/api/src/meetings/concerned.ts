import { isCivilCode278, type AffectedScope, type Case, type ConcernedHousehold, type ConsensusRule, type Viewer } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";
import { householdsIn } from "./doors.ts";
import { AffectedScopeEnum, ConsensusRuleEnum } from "./meeting-enums.ts";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

@InputType({ description: "A household the convener names." })
export class NamedHouseholdInput {
  @Field(() => ID, { description: "The household." })
  householdId!: string;

  @Field(() => Boolean, { defaultValue: true, description: "Concerned directly: its AGAINST stands in the way of the widest agreement." })
  direct!: boolean;
}

@InputType({ description: "A case on an agenda, and whom it concerns." })
export class AgendaEntryInput {
  @Field(() => ID, { description: "The case; ACCEPTED, IN_PROGRESS or DELIBERATING." })
  caseId!: string;

  @Field(() => AffectedScopeEnum, { description: "Whom it concerns. STACK tells its position from the reporters', the parties' and the named households." })
  scope!: AffectedScope;

  @Field(() => ConsensusRuleEnum, { defaultValue: "WIDEST_AGREEMENT", description: "By which rule it is agreed on." })
  rule!: ConsensusRule;

  @Field(() => [NamedHouseholdInput], { defaultValue: [], description: "Households the convener adds." })
  households!: NamedHouseholdInput[];
}

/** What `decideAddToAgenda` looks at besides the case. */
interface Concerned {
  readonly households: readonly ConcernedHousehold[];
  readonly reporters: readonly string[];
  readonly named: readonly NamedHouseholdInput[];
}

/** Homes of the reporters and the parties of a case, each once. */
async function homesOf(runner: Runner, c: Pick<Case, "reporters" | "parties">): Promise<string[]> {
  const people = [...c.reporters, ...c.parties].flatMap((r) => r.personId ?? []);
  const rows = await run<{ id: string }>(runner, "select distinct household_id as id from person where id = any($1::uuid[]) and household_id is not null order by household_id", [people]);
  return rows.map(({ id }) => id);
}

/** Whom a case may concern, as far as the viewer's scope has it; null when a named household is not known there. */
export async function concernedBy(runner: Runner, viewer: Viewer, c: Pick<Case, "place" | "reporters" | "parties">, entry: Pick<AgendaEntryInput, "scope" | "rule" | "households">): Promise<Concerned | null> {
  const named = entry.households;
  if (named.some(({ householdId }) => !isUuid(householdId))) return null;
  const reporters = await homesOf(runner, c);
  const { unitId, buildingId, compoundId } = c.place;
  const { scope, rule } = entry;
  const households = await householdsIn(runner, viewer, {
    unitId: scope === "UNIT" || scope === "STACK" ? unitId : null,
    buildingId: scope === "BUILDING" ? buildingId : null,
    compoundId: scope === "COMPOUND" && isCivilCode278(rule) ? compoundId : null,
    ids: [...reporters, ...named.map((n) => n.householdId)],
  });
  const known = new Set(households.map((h) => h.id));
  return named.every(({ householdId }) => known.has(householdId)) ? { households, reporters, named } : null;
}
