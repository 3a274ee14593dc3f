import { areaNumber, maskName, type AreaCode, type LocalDate, type RoleAssignment, type Viewer } from "@bandeng/domain";
import { demoCommunity } from "./place-plan.ts";
import { type DemoBuilding, type DemoHousehold, type DemoPlaces } from "./places.ts";
import { diceFor, idMaker, type Dice } from "./seed.ts";
import { departmentPlan, staffPlan } from "./staff-plan.ts";

const since: LocalDate = "2023-01-01";
const founded = "2023-01-01T00:00:00.000Z";

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** 楼某: how the person is shown to whoever may not see the name. */
  readonly mask: string;
  readonly phone: string;
  readonly householdId: string | null;
  readonly areaNo: number;
}

export interface DemoRole extends RoleAssignment {
  readonly id: string;
}

export interface DemoDepartment {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly areaNo: number;
}

/** Somebody with a home, as stories need him. */
export interface Resident extends DemoPerson {
  readonly building: DemoBuilding;
  readonly household: DemoHousehold;
}

export interface DemoPeople {
  readonly people: readonly DemoPerson[];
  readonly roles: readonly DemoRole[];
  readonly departments: readonly DemoDepartment[];
  readonly residents: readonly Resident[];
  /** Grid heads by grid code. */
  readonly heads: ReadonlyMap<AreaCode, string>;
  /** The person that stories call by this key. */
  staff(key: string): DemoPerson;
  /** Who acts, with all rights held. */
  viewer(personId: string): Viewer;
  department(key: string): DemoDepartment;
}

const surnames = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤操查储"];
const first = [..."建国秀桂玉春小文志永家兴德长金红海光大明晓凤兰宗传本贤道良"];
const second = [..."华英珍兰明强军芳霞平安生才林贵香梅荣祥福云琴根发珠龙斌峰涛萍"];

function inventedName(dice: Dice): string {
  return dice.of(surnames) + dice.of(first) + dice.of(second);
}

/** The families the account names: 楼某 of 锡麟街25号 3-302, and 孙某 below 赵某 in unit 1. */
const named: readonly { readonly building: string; readonly unit: number; readonly room: string; readonly name: string }[] = [
  { building: "锡麟街25号", unit: 3, room: "302", name: "楼建平" },
  { building: "锡麟街25号", unit: 3, room: "501", name: "阮兴发" },
  { building: "锡麟街25号", unit: 1, room: "201", name: "孙桂珍" },
  { building: "锡麟街25号", unit: 1, room: "301", name: "赵永林" },
];

/** Everybody in the demo. All names and phones are invented: 138-0000-xxxx belongs to nobody here. Pure. */
export function demoPeople(places: DemoPlaces): DemoPeople {
  const newId = idMaker("people");
  const dice = diceFor("people");
  let phones = 0;
  const person = (name: string, householdId: string | null, area: AreaCode): DemoPerson => {
    phones += 1;
    return { id: newId(founded), name, mask: maskName(name), phone: `1380000${String(phones).padStart(4, "0")}`, householdId, areaNo: areaNumber(area) };
  };

  const departments = departmentPlan.map(({ key, name }): DemoDepartment => ({ id: newId(founded), key, name, areaNo: areaNumber(demoCommunity.slice(0, 6)) }));
  const staff = new Map<string, DemoPerson>();
  const roles: DemoRole[] = [];
  for (const { key, name, role, area, building, department } of staffPlan) {
    // 小周 is called 周某, 老张 张某: the mask keeps the family name only.
    const plain = name.replace(/^[小老]/, "").replace(/^.*(联络员小|管理员小|街道|社工部)/, "");
    const one = { ...person(name, null, area), mask: maskName(plain) };
    staff.set(key, one);
    roles.push({
      id: newId(founded), personId: one.id, role, area, from: since, to: null,
      buildingId: building === undefined ? null : found(places.buildings, (b) => b.address === building).id,
      departmentId: department === undefined ? null : found(departments, (d) => d.key === department).id,
    });
  }

  const residents: Resident[] = [];
  for (const building of places.buildings) {
    const homes = building.households.filter((h) => h.kind === "HOME" || isNamedUnit(building, h));
    for (const household of homes) {
      const unit = building.units.find((u) => u.id === household.unitId)?.no;
      const known = named.find((n) => n.building === building.address && n.unit === unit && n.room === household.room);
      // One home in three has somebody whom the community knows, in each unit two at least; in the sewer's unit all of them.
      const always = household.room === "201" || household.room === "402" || isNamedUnit(building, household);
      if (!known && dice.next() > 0.28 && !always) continue;
      residents.push({ ...person(known?.name ?? inventedName(dice), household.id, building.grid), building, household });
    }
  }

  return {
    people: [...staff.values(), ...residents.map(({ building: _b, household: _h, ...p }) => p)],
    roles,
    departments,
    residents,
    heads: new Map(roles.filter((r) => r.role === "GRID_HEAD").map((r) => [r.area, r.personId])),
    staff: (key) => found([...staff], ([k]) => k === key)[1],
    viewer: (personId) => ({ personId, assignments: roles.filter((r) => r.personId === personId) }),
    department: (key) => found(departments, (d) => d.key === key),
  };
}

function isNamedUnit(building: DemoBuilding, household: DemoHousehold): boolean {
  return building.address === "锡麟街25号" && building.units.find((u) => u.id === household.unitId)?.no === 3;
}

/** The one that fits. @throws RangeError when the plan names somebody or something that is not there */
export function found<T>(list: readonly T[], fits: (one: T) => boolean): T {
  const one = list.find(fits);
  if (one === undefined) throw new RangeError("The demo's plan names something that is not there");
  return one;
}
