import { decideEndRole, decideNameStandIn, isRefusal, mayIn, phraseOf, plusNaturalDays, refuse, type HeldAssignment, type LocalDate, type PeopleDecision, type PhraseLanguage, type Refusal, type Viewer } from "@bandeng/domain";
import type { PersonShownFragment } from "../graphql/graphql.ts";

type Person = PersonShownFragment;
export type RoleHeld = Person["roles"][number];

/** What can be done about a person. */
export const personActs = ["grant", "standIn", "endLeave", "inviteAccount", "reset", "disable", "enable", "unlock", "removeFactor"] as const;
export type PersonAct = (typeof personActs)[number];

/** A person's roles as the rules want them. Which building or department stands in none of the rules asked here. */
function assignmentsOf({ id: personId, roles }: Person): HeldAssignment[] {
  return roles.map(({ id, role, areaCode, from, to, standsInFor }) => ({ id, personId, role, area: areaCode, buildingId: null, departmentId: null, from, to, standsInFor }));
}

/** Longest a leave may be looked ahead for. */
const ahead = 364;

export interface ActsAsked {
  viewer: Viewer;
  today: LocalDate;
  language: PhraseLanguage;
}

/** What a stand-in would hold, by the rules; a refusal where nothing can be passed on. */
export function passedOn(person: Person, standInId: string, { from, to }: { from: LocalDate; to: LocalDate }, { viewer, today }: ActsAsked): PeopleDecision<"STAND_IN_NAMED"> {
  return decideNameStandIn(assignmentsOf(person), { absentId: person.id, standInId, from, to, newId: () => "" }, { viewer, today });
}

/** Why a role cannot be ended now, as a sentence; undefined when it can, or when only the server knows. */
export function endRoleReason(person: Person, role: RoleHeld, { viewer, today, language }: ActsAsked): string | undefined {
  const own = assignmentsOf(person).find(({ id }) => id === role.id);
  const decided = own && decideEndRole(own, [], { lastDay: plusNaturalDays(today, -1) }, { viewer, today });
  // Whether another administrator is left is seen by the server alone.
  return decided && isRefusal(decided) && decided.code !== "LAST_ADMIN" ? phraseOf(decided, language) : undefined;
}

/** Why each act is not possible now, as a refusal of the rules or words of the page; absent where it is possible. */
export function blockedActs(
  person: Person,
  standIns: { known: readonly StandIn[]; isComplete: boolean },
  asked: ActsAsked,
  words: { notLocked: string; noFactor: string; stillActive: string; stopped: string; noLeave: string },
): Partial<Record<PersonAct, string>> {
  const { viewer, today, language } = asked;
  const say = (refusal: Refusal) => phraseOf(refusal, language);
  const isSelf = person.id === viewer.personId;
  const { account } = person;
  const everyAct: Partial<Record<PersonAct, string | undefined>> = {};

  if (!viewer.assignments.some((a) => mayIn(viewer, "GRANT_ROLES", a.area))) everyAct.grant = say(refuse("FORBIDDEN_RIGHT", { right: "GRANT_ROLES" }));
  else if (isSelf) everyAct.grant = say(refuse("GRANT_TO_SELF", {}));

  const leave = passedOn(person, "", { from: today, to: plusNaturalDays(today, ahead) }, asked);
  if (isRefusal(leave)) everyAct.standIn = say(leave);
  const mayEnd = person.roles.some((role) => mayIn(viewer, "NAME_STAND_IN", role.areaCode));
  if (!mayEnd) everyAct.endLeave = say(refuse("FORBIDDEN_RIGHT", { right: "NAME_STAND_IN" }));
  else if (standIns.isComplete && standIns.known.length === 0) everyAct.endLeave = words.noLeave;

  const kept = !mayIn(viewer, "MANAGE_ACCOUNTS", person.areaCode) ? refuse("FORBIDDEN_RIGHT", { right: "MANAGE_ACCOUNTS" }) : isSelf ? refuse("OWN_ACCOUNT", {}) : null;
  const needed = kept ?? (account ? null : refuse("NO_ACCOUNT", {}));
  const usable = needed ?? (account?.state === "DISABLED" ? refuse("ACCOUNT_DISABLED", {}) : null);
  const of = (refusal: Refusal | null, otherwise?: string | false) => (refusal ? say(refusal) : otherwise || undefined);
  everyAct.inviteAccount = of(kept ?? (account?.state === "ACTIVE" ? refuse("HAS_ACCOUNT", {}) : account ? usable : null));
  everyAct.reset = of(usable);
  everyAct.disable = of(needed, account?.state === "DISABLED" && words.stopped);
  everyAct.enable = of(needed, account?.state !== "DISABLED" && words.stillActive);
  everyAct.unlock = of(needed, !account?.lockedUntil && words.notLocked);
  everyAct.removeFactor = of(needed, !account?.secondFactor && words.noFactor);
  return Object.fromEntries(Object.entries(everyAct).filter(([, reason]) => reason !== undefined));
}

/** Somebody who stands in for a person: whose role it is, and on which days. */
export interface StandIn {
  name: string;
  role: RoleHeld;
}

/** Who stands in for somebody, today or later, as far as these people tell. */
export function standInsOf(person: Person, people: readonly Person[], today: LocalDate): StandIn[] {
  const own = new Set(person.roles.map(({ id }) => id));
  return people.flatMap(({ name, roles }) =>
    roles.filter(({ standsInFor, to }) => standsInFor !== null && own.has(standsInFor) && (to === null || to >= today)).map((role) => ({ name, role })),
  );
}
