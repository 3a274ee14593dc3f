import { mayIn, refuse, type Refusal, type Right, type Viewer } from "@bandeng/domain";
import type { PoolClient } from "pg";
import { readingScope, storingScope, withinReach } from "../access/scope.ts";
import { Statement, type Runner } from "../database/statement.ts";
import { changeScope } from "../database/transaction.ts";
import { isUuid } from "../database/uuid.ts";

/** A person with everything that is kept on the person's own row. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly mask: string;
  readonly phoneEnc: Buffer | null;
  /** With the room; null when no home is known. */
  readonly address: string | null;
  /** The grid, community or wider area the person belongs to, 15 digits. */
  readonly area: string;
  readonly under14: boolean;
  readonly consentAt: string | null;
}

/** The person of an id where residents or colleagues are the viewer's work; null for whom he does not know, and for whoever was erased. */
async function findPerson(runner: Runner, viewer: Viewer, id: string): Promise<KnownPerson | null> {
  if (!isUuid(id)) return null;
  const q = new Statement();
  const wanted = q.bind(id, "uuid");
  const colleague = `exists (select from role_assignment r where r.person_id = p.id and ${withinReach(q, viewer, "near", "r.area_no")})`;
  const [row] = await q.run<KnownPerson & Record<string, unknown>>(
    runner,
    `select p.id, p.display_name as name, p.surname_mask as mask, p.phone_enc as "phoneEnc", p.area_no::text as area, p.under_14 as "under14", p.consent_at as "consentAt",
       b.address || coalesce(u.no || '单元', '') || h.room as address
     from person p left join household h on h.id = p.household_id left join building b on b.id = h.building_id left join unit u on u.id = h.unit_id
     where p.id = ${wanted} and p.erased_at is null and (${withinReach(q, viewer, "residents", "p.area_no")} or ${colleague})`,
  );
  return row ?? null;
}

/**
 * The person an act on personal data is about, or why it may not be done: the right has to reach the whole area the person
 * belongs to, and a child under 14 is the secretary's and the deputy's (PIPL art. 31).
 */
export async function personFor(right: Right, client: PoolClient, viewer: Viewer, id: string): Promise<KnownPerson | Refusal> {
  // An act stores within whole communities: who is found is a matter of what the viewer reads.
  await changeScope(client, readingScope(viewer));
  const person = await findPerson(client, viewer, id);
  await changeScope(client, storingScope(viewer));
  if (!person) return refuse("NOT_FOUND", {});
  if (!mayIn(viewer, right, person.area)) return refuse("FORBIDDEN_RIGHT", { right });
  if (!person.under14) return person;
  const leads = viewer.assignments.filter(({ role }) => role === "SECRETARY" || role === "DEPUTY");
  return mayIn({ ...viewer, assignments: leads }, right, person.area) ? person : refuse("MINOR_PROTECTED", {});
}
