import { recordCouncil, type AreaCode, type CouncilCategory, type CouncilMember, type Instant, type LocalDate, type RecordedCouncil } from "@bandeng/domain";
import type { DemoPeople } from "./people.ts";
import { demoCommunity } from "./place-plan.ts";
import { diceFor, idMaker } from "./seed.ts";

/** The term of all councils of the demo. */
const term = { from: "2024-01-05", to: "2026-12-31" } as const satisfies { from: LocalDate; to: LocalDate };
const setUpAt: Instant = "2024-01-05T01:30:00.000Z";

/** A council with its name, which is no part of its history. */
export interface DemoCouncil extends RecordedCouncil {
  readonly name: string;
}

/** Names, conveners and building heads by grid: 小何 convenes in 曹家巷, elsewhere a councillor or the grid head. */
const plan: readonly (readonly [no: string, name: string, convener: string, more: readonly (readonly [key: string, category: CouncilCategory])[]])[] = [
  ["001", "天后宫小区", "head-001", [["bh-3", "BUILDING_HEAD"]]],
  ["002", "吴越花园", "head-002", [["bh-4", "BUILDING_HEAD"]]],
  ["003", "曹家巷", "member-003", [["council-003", "RETIRED_PARTY_MEMBER"], ["council-003-2", "PROPERTY"], ["fang", "BUILDING_HEAD"]]],
  ["004", "国货街", "head-004", [["bh-5", "BUILDING_HEAD"]]],
  ["005", "锡麟街", "council-005", [["council-005", "RETIRED_PARTY_MEMBER"], ["bh-2", "BUILDING_HEAD"]]],
  ["006", "龙门小区", "council-006", [["council-006", "RETIRED_PARTY_MEMBER"], ["bh-6", "BUILDING_HEAD"]]],
  ["007", "大南门", "head-007", [["bh-7", "BUILDING_HEAD"]]],
  ["008", "墨香苑", "head-008", [["bh-8", "BUILDING_HEAD"]]],
  ["009", "宜城苑", "head-009", [["bh-9", "BUILDING_HEAD"]]],
];

/** The bench councils of the demo's nine grids, and that of the community. All members are invented. Pure. */
export function demoCouncils(people: DemoPeople): readonly DemoCouncil[] {
  const newId = idMaker("councils");
  const dice = diceFor("councils");
  const clerk = people.viewer(people.staff("zhou").id);
  const member = (personId: string, category: CouncilCategory, from: LocalDate = term.from): CouncilMember => ({ personId, category, from, to: null });
  const staff = (key: string, category: CouncilCategory): CouncilMember => member(people.staff(key).id, category);
  const council = (areaCode: AreaCode, name: string, convener: string, members: readonly CouncilMember[]): DemoCouncil => ({
    name: `${name}小板凳议事团`,
    ...recordCouncil(null, newId(setUpAt), { type: "COUNCIL_SET", payload: { areaCode, convenerId: people.staff(convener).id, members, ...term } }, { viewer: clerk, now: setUpAt }),
  });
  const grids = plan.map(([no, name, convener, more]) => {
    const at = people.residents.filter(({ building }) => building.grid === demoCommunity + no);
    const residents = new Set<string>();
    while (residents.size < 4 && residents.size < at.length) residents.add(dice.of(at).id);
    // The third came later, for somebody who had moved away.
    const joined = [...residents].map((id, i) => member(id, i === 0 ? "RETIRED_PARTY_MEMBER" : "WARM_HEARTED_RESIDENT", i === 3 ? "2025-03-01" : term.from));
    return council(demoCommunity + no, name, convener, [staff(`head-${no}`, "GRID_HEAD"), staff(`member-${no}`, "GRID_MEMBER"), ...more.map(([key, category]) => staff(key, category)), ...joined]);
  });
  const own = council(demoCommunity, "天后宫社区", "chen", [
    staff("zhang", "RETIRED_PARTY_MEMBER"), staff("council-003", "RETIRED_PARTY_MEMBER"), staff("proxy-2", "WARM_HEARTED_RESIDENT"), staff("fang", "WARM_HEARTED_RESIDENT"),
    staff("council-003-2", "PROPERTY"), staff("head-003", "GRID_HEAD"), staff("head-005", "GRID_HEAD"), staff("bh-2", "BUILDING_HEAD"), staff("mediator-2", "LAWYER"), staff("qian", "OTHER"),
  ]);
  return [own, ...grids];
}
