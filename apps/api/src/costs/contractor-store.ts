import { areaNumber, communityOf, type Case, type Contractor, type ContractorEntry, type ContractorEvent } from "@bandeng/domain";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";
import { append } from "../log/append.ts";
import { typed } from "../places/pinyin.ts";

const contractor = `json_build_object('id', k.id, 'version', k.version, 'area', k.area_code, 'active', k.active, 'ratings',
  (select coalesce(json_agg(json_build_object('costPlanId', r.cost_plan_id, 'stars', r.stars, 'by', r.rated_by, 'at', r.at) order by r.at, r.cost_plan_id), '[]') from contractor_rating r where r.contractor_id = k.id))`;

/** A contractor of the register, locked until the transaction ends; null when there is none. */
export async function lockContractor(client: Runner, id: string): Promise<Contractor | null> {
  const [row] = await run<{ contractor: Contractor }>(client, `select ${contractor} as contractor from contractor k where k.id = $1::uuid for update of k`, [id]);
  return row?.contractor ?? null;
}

/** A contractor of the register of a case's community, for a quote; null when there is none there. */
export async function contractorFor(client: Runner, id: string, c: Pick<Case, "gridCode">): Promise<{ readonly id: string; readonly active: boolean } | null> {
  if (!isUuid(id)) return null;
  const [row] = await run<{ id: string; active: boolean }>(client, "select id, active from contractor where id = $1 and area_code = $2", [id, communityOf(c.gridCode)]);
  return row ?? null;
}

/** The row of a contractor, with what is written down beside its log. */
export function contractorColumns({ id, version, area, active }: Contractor, { name, licence, phone }: ContractorEntry) {
  const { pinyin, initials } = typed(name.trim());
  return { id, version, area_code: area, area_no: areaNumber(area), name: name.trim(), pinyin, initials, licence: licence.trim(), phone: phone?.trim() || null, active };
}

/** Stores a contractor after its next event, and its entry where that is said anew (null: as it was). */
export async function storeContractor(client: Runner, k: Contractor, event: ContractorEvent, entry: ContractorEntry | null): Promise<void> {
  if (entry) {
    await run(
      client,
      `insert into contractor select * from jsonb_populate_record(null::contractor, $1)
       on conflict (id) do update set version = excluded.version, name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials, licence = excluded.licence, phone = excluded.phone, active = excluded.active`,
      [JSON.stringify(contractorColumns(k, entry))],
    );
  } else {
    await run(client, "update contractor set version = $2 where id = $1", [k.id, k.version]);
  }
  await append(client, "CONTRACTOR", k.id, areaNumber(k.area), [event]);
}
