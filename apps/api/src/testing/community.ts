import { areaNumber, shippedCalendarYears, type CalendarYear, type Instant, type Role } from "@bandeng/domain";
import { uuidv7 } from "uuidv7";
import { startApi, type TestApi, type TestApiOptions } from "./api.ts";
import { settableClock, type SettableClock } from "./settable-clock.ts";
import { typed } from "../places/pinyin.ts";

/** 天后宫社区 with two grids to work in, a neighbour, and everybody the scenarios name. */
export const community = "340802001007";
export const grid = (n: number): string => `${community}${String(n).padStart(3, "0")}`;

const staff = [
  ["chen", "陈书记", "SECRETARY", community],
  ["fu", "副书记", "DEPUTY", community],
  ["zhou", "小周", "CLERK", community],
  ["li", "李网格长", "GRID_HEAD", grid(3)],
  ["wang", "王网格长", "GRID_HEAD", grid(5)],
  ["member3", "三格员", "GRID_MEMBER", grid(3)],
  ["member5", "五格员", "GRID_MEMBER", grid(5)],
  ["zhang", "老张", "PROXY", community],
  ["street", "街道干部", "STREET_OFFICER", "340802001"],
  ["district", "区级干部", "DISTRICT_OFFICER", "340802"],
  ["admin", "管理员", "SYSTEM_ADMIN", "340802"],
  ["neighbour", "邻社区书记", "SECRETARY", "340802001008"],
] as const satisfies readonly (readonly [string, string, Role, string])[];

export type Username = (typeof staff)[number][0] | "housing" | "fire";

export interface TestCommunity extends TestApi {
  readonly clock: SettableClock;
  readonly people: Record<Username, string>;
  readonly compoundId: string;
  readonly sewerBuildingId: string;
  readonly departments: { readonly housing: string; readonly fire: string };
  /** Makes a resident and returns the id. */
  resident(name: string): Promise<string>;
}

async function insertArea({ pool }: TestApi, code: string, kind: string, parent: string | null, name: string): Promise<void> {
  const { pinyin, initials } = typed(name);
  await pool.query(
    `insert into area (code, no, kind, parent_code, name, pinyin, initials, grid_kind, source, as_of) values ($1, $2, $3, $4, $5, $6, $7, $8, 'test', '2024-01-01')`,
    [code, areaNumber(code), kind, parent, name, pinyin, initials, kind === "GRID" ? "BASIC" : null],
  );
}

async function publishCalendar({ pool }: Pick<TestApi, "pool">, year: CalendarYear): Promise<void> {
  await pool.query("update calendar_year set current = false where year = $1", [year.year]);
  await pool.query("insert into calendar_year (year, version, source, published_on, days_off, work_days, current) values ($1, $2, $3, $4, $5, $6, true)", [
    year.year, year.version, year.source, year.publishedOn, year.daysOff, year.workDays,
  ]);
}

/** The real server with this community, at a moment that the test sets. Stop it in `afterAll`. */
export async function startCommunity(now: Instant, options: TestApiOptions = {}): Promise<TestCommunity> {
  const clock = settableClock(now);
  const api = await startApi({ clock, ...options });
  const { pool } = api;
  for (const [code, kind, parent, name] of [
    ["340802", "DISTRICT", null, "迎江区"],
    ["340802001", "STREET", "340802", "宜城路街道"],
    [community, "COMMUNITY", "340802001", "天后宫社区"],
    ["340802001008", "COMMUNITY", "340802001", "邻社区"],
    ...[1, 2, 3, 4, 5].map((n) => [grid(n), "GRID", community, `第${n}网格`] as const),
    ["340802001008001", "GRID", "340802001008", "邻网格"],
  ] as const) {
    await insertArea(api, code, kind, parent, name);
  }
  for (const year of shippedCalendarYears) await publishCalendar(api, year);

  const compoundId = uuidv7();
  const place = typed("曹家巷小区");
  await pool.query("insert into compound (id, community_code, main_grid_code, area_no, name, pinyin, initials, is_old) values ($1, $2, $3, $4, '曹家巷小区', $5, $6, true)", [
    compoundId, community, grid(3), areaNumber(grid(3)), place.pinyin, place.initials,
  ]);
  const sewerBuildingId = uuidv7();
  const street = typed("锡麟街25号");
  await pool.query("insert into building (id, compound_id, grid_code, area_no, address, pinyin, initials, floors) values ($1, null, $2, $3, '锡麟街25号', $4, $5, 6)", [
    sewerBuildingId, grid(5), areaNumber(grid(5)), street.pinyin, street.initials,
  ]);
  const departments = { housing: uuidv7(), fire: uuidv7() };
  await pool.query("insert into department (id, name, area_no) values ($1, '区住建', 340802000000000), ($2, '消防', 340802000000000)", [departments.housing, departments.fire]);

  const people = {} as Record<Username, string>;
  const person = async (username: Username, name: string, role: Role, area: string, departmentId: string | null): Promise<void> => {
    const id = (people[username] = uuidv7());
    await pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, $4)", [id, name, `${name.slice(0, 1)}某`, areaNumber(area)]);
    await pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, department_id, from_date) values ($1, $2, $3, $4, $5, $6, '2023-01-01')", [
      uuidv7(), id, role, area, areaNumber(area), departmentId,
    ]);
    await api.createAccount({ username, personId: id });
  };
  for (const [username, name, role, area] of staff) await person(username, name, role, area, null);
  await person("housing", "住建联络员", "LIAISON", "340802", departments.housing);
  await person("fire", "消防联络员", "LIAISON", "340802", departments.fire);

  return {
    ...api,
    clock,
    people,
    compoundId,
    sewerBuildingId,
    departments,
    async resident(name) {
      const id = uuidv7();
      await pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, $2, $3, $4)", [id, name, `${name.slice(0, 1)}某`, areaNumber(community)]);
      return id;
    },
  };
}
