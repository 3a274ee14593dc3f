import type { AttendeeRole, CouncilCategory, Role } from "@bandeng/domain";

/** As what somebody of a council sits on the bench. */
const byCategory: Record<CouncilCategory, AttendeeRole> = {
  RETIRED_PARTY_MEMBER: "PARTY_MEMBER", WARM_HEARTED_RESIDENT: "WARM_HEARTED", PROPERTY: "PROPERTY", GRID_HEAD: "GRID_HEAD", GRID_MEMBER: "GRID_MEMBER",
  BUILDING_HEAD: "COUNCIL_MEMBER", LAWYER: "EXPERT", OTHER: "COUNCIL_MEMBER",
};

const byRole: Partial<Record<Role, AttendeeRole>> = {
  GRID_HEAD: "GRID_HEAD", GRID_MEMBER: "GRID_MEMBER", COUNCIL_MEMBER: "COUNCIL_MEMBER", MEDIATOR: "MEDIATOR", EXPERT: "EXPERT", LIAISON: "DEPARTMENT", PROXY: "VOLUNTEER",
};

export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  readonly as: AttendeeRole;
}

interface Sources {
  readonly parties: readonly { readonly person?: { readonly id: string; readonly name: string } | null }[];
  readonly councils: readonly { readonly members: readonly { readonly category: CouncilCategory; readonly inForce: boolean; readonly person?: { readonly id: string; readonly name: string } | null }[] }[];
  readonly invited: readonly { readonly of: string; readonly subjectId: string; readonly label: string }[];
  readonly workers: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[];
}

/** Who may well be on the bench, each once and as what: parties of a dispute, those invited, the council, those who work here. */
export function knownPeople({ parties, councils, invited, workers }: Sources): readonly KnownPerson[] {
  const all = new Map<string, KnownPerson>();
  const put = (personId: string, name: string, as: AttendeeRole) => {
    if (!all.has(personId)) all.set(personId, { personId, name, as });
  };
  for (const { person } of parties) if (person) put(person.id, person.name, "RESIDENT");
  for (const { of, subjectId, label } of invited) if (of === "EXPERT") put(subjectId, label, "EXPERT");
  for (const { members } of councils) for (const { person, category, inForce } of members) if (person && inForce) put(person.id, person.name, byCategory[category]);
  const roleOf = (id: string): AttendeeRole => workers.find((one) => one.id === id)?.roles.flatMap((role) => byRole[role] ?? [])[0] ?? "OTHER";
  for (const { of, subjectId, label } of invited) if (of === "PERSON") put(subjectId, label, roleOf(subjectId));
  for (const { id, name } of workers) put(id, name, roleOf(id));
  return [...all.values()];
}
