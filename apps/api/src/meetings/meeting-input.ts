import { refuse, type Invitation, type InvitationWay, type InviteeKind, type Refusal } from "@bandeng/domain";
import { Field, ID, InputType } from "type-graphql";
import { householdsIn } from "./doors.ts";
import { InvitationWayEnum, InviteeKindEnum } from "./meeting-enums.ts";
import { withinReach } from "../access/scope.ts";
import type { Act } from "../cases/act.ts";
import { Statement } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { peopleExist } from "../people/standing.ts";

@InputType({ description: "Where the bench stands: words, and the most exact of unit, building or compound." })
export class MeetingPlaceInput {
  @Field(() => String, { description: "As people say it, such as 3号楼前." })
  words!: string;

  @Field(() => ID, { nullable: true, description: "The compound, when in front of no building." })
  compoundId?: string | null;

  @Field(() => ID, { nullable: true, description: "The building." })
  buildingId?: string | null;

  @Field(() => ID, { nullable: true, description: "The unit, with its building." })
  unitId?: string | null;
}

@InputType({ description: "Somebody to invite." })
export class InvitationInput {
  @Field(() => InviteeKindEnum, { description: "A household, a person, a department, or an expert of the talent pool (by the person's id)." })
  of!: InviteeKind;

  @Field(() => ID, { description: "Its id." })
  subjectId!: string;

  @Field(() => InvitationWayEnum, { description: "How." })
  how!: InvitationWay;
}

/** Refuses invitations to what is not known where the viewer works; null when all are. */
export async function unknownInvitees(act: Act, invitations: readonly Invitation[]): Promise<Refusal | null> {
  const { client, facts } = act;
  const no = refuse("NOT_FOUND", {}, "invitations");
  if (invitations.some((i) => !isUuid(i.subjectId))) return no;
  const people = invitations.filter((i) => i.of === "PERSON" || i.of === "EXPERT").map((i) => i.subjectId);
  if (people.length > 0 && !(await peopleExist(client, facts.viewer, people))) return no;
  const named = (kind: InviteeKind): string[] => [...new Set(invitations.filter((i) => i.of === kind).map((i) => i.subjectId))];
  const doors = named("HOUSEHOLD");
  if (doors.length > 0 && (await householdsIn(client, facts.viewer, { unitId: null, buildingId: null, compoundId: null, ids: doors })).length !== doors.length) return no;
  const departments = named("DEPARTMENT");
  const q = new Statement();
  const wanted = `id = any(${q.bind(departments, "uuid[]")}) and ${withinReach(q, facts.viewer, "near", "area_no")}`;
  return departments.length === 0 || (await q.run(client, `select id from department where ${wanted}`)).length === departments.length ? null : no;
}
