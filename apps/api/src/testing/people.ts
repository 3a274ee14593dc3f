import type { Role } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import type { TestApi } from "./api.ts";

const AREAS = [
  ["3408", "CITY", null, "安庆市"],
  ["340802", "DISTRICT", "3408", "迎江区"],
  ["340802001", "STREET", "340802", "人民路街道"],
  ["340802001007", "COMMUNITY", "340802001", "锡麟街社区"],
] as const;

/** A district with one community, enough to hold roles in. */
export async function insertAreas({ pool }: Pick<TestApi, "pool">): Promise<void> {
  for (const [code, kind, parent, name] of AREAS) {
    await pool.query(
      `insert into area (code, no, kind, parent_code, name, pinyin, initials, source, as_of) values ($1, rpad($1, 15, '0')::bigint, $2, $3, $4, '', '', 'test', '2024-01-01')`,
      [code, kind, parent, name],
    );
  }
}

interface TestPerson {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly { role: Role; area: string; from?: string; to?: string }[];
}

/** Somebody with an account and roles; returns their id. */
export async function insertPerson(api: TestApi, { username, name, roles }: TestPerson): Promise<string> {
  const id = uuidv7();
  await api.pool.query(`insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, 340802001007000)`, [id, name, `${name.slice(0, 1)}**`]);
  for (const { role, area, from = "2024-01-01", to = null } of roles) {
    await api.pool.query(
      `insert into role_assignment (id, person_id, role, area_code, area_no, from_date, to_date) values ($1, $2, $3, $4, rpad($4, 15, '0')::bigint, $5, $6)`,
      [uuidv7(), id, role, area, from, to],
    );
  }
  await api.createAccount({ username, personId: id });
  return id;
}
