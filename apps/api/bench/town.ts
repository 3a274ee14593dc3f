import { areaNumber, type AreaCode, type Instant } from "@bandeng/domain";
import { diceFor, idMaker } from "../src/database/demo/seed.ts";
import { typed } from "../src/places/pinyin.ts";

/** The present moment of the bench's data: what is open is open then. */
export const benchNow: Instant = "2026-11-02T02:00:00.000Z";
/** Ten years of a prefecture are a million cases. */
export const benchBegins: Instant = "2016-11-02T00:00:00.000Z";

const district = "340802";
const gridsPerCommunity = 15;
const compoundsPerGrid = 5;
const buildingsPerGrid = 50;
const peoplePerGrid = 100;
/** Of these so many work for the grid and lead its cases. */
export const staffPerGrid = 6;

export interface BenchGrid {
  readonly code: AreaCode;
  readonly compounds: readonly string[];
  readonly buildings: readonly { readonly id: string; readonly compoundId: string }[];
  readonly people: readonly string[];
  /** How often a case is this grid's, relative to the others: a power law, as measured in performance.md. */
  readonly weight: number;
}

export interface BenchTown {
  readonly grids: readonly BenchGrid[];
  /** Rows of the tables that cases refer to, in order. */
  readonly rows: readonly (readonly [table: string, rows: readonly object[]])[];
}

/**
 * Communities, grids, houses and people for so many cases, at one density: 600 grids, 40 communities, 3,000 compounds,
 * 30,000 buildings and 60,000 people for a million cases; one community with six grids for ten thousand.
 */
export function benchTown(cases: number): BenchTown {
  const gridCount = Math.max(6, Math.round((cases / 1_000_000) * 600));
  const newId = idMaker("bench places");
  const names = ["和平", "新民", "龙门", "锡麟", "双井", "炮营", "四方", "孝肃", "荷花", "康熙河"];
  const source = "made for measuring";
  const base = { alias: [], grid_kind: null, head_id: null, source, as_of: "2026-01-01" };
  const area = (code: AreaCode, kind: string, parent: AreaCode | null, name: string): object => ({ ...base, code, no: areaNumber(code), kind, parent_code: parent, name, ...typed(name) });

  const areas: object[] = [area(district, "DISTRICT", null, "迎江区")];
  const compounds: object[] = [];
  const buildings: object[] = [];
  const people: object[] = [];
  const roles: object[] = [];
  const grids: BenchGrid[] = [];
  const weights = powerLaw(gridCount);
  for (let g = 0; g < gridCount; g += 1) {
    const inCommunity = g % gridsPerCommunity;
    const c = Math.floor(g / gridsPerCommunity);
    const street = `${district}${three(1 + Math.floor(c / 10))}`;
    const community = `${street}${three(1 + (c % 10))}`;
    if (inCommunity === 0 && c % 10 === 0) areas.push(area(street, "STREET", district, `${names[Math.floor(c / 10) % 10]}路街道`));
    if (inCommunity === 0) areas.push(area(community, "COMMUNITY", street, `${names[c % 10]}${c + 1}社区`));
    const code = `${community}${three(inCommunity + 1)}`;
    areas.push({ ...area(code, "GRID", community, `${names[(c + inCommunity) % 10]}巷${inCommunity + 1}网格`), grid_kind: "BASIC" });
    const areaNo = areaNumber(code);

    const ownCompounds = Array.from({ length: compoundsPerGrid }, () => newId(benchBegins));
    for (const [i, id] of ownCompounds.entries()) {
      const name = `${names[(g + i) % 10]}小区${g + 1}-${i + 1}`;
      compounds.push({ id, community_code: community, main_grid_code: code, area_no: areaNo, name, ...typed(name), build_year: 1985 + ((g + i) % 35), is_old: i < 3, has_property: i >= 3 });
    }
    const ownBuildings = Array.from({ length: buildingsPerGrid }, (_, i) => ({ id: newId(benchBegins), compoundId: ownCompounds[i % compoundsPerGrid] ?? "" }));
    for (const [i, b] of ownBuildings.entries()) {
      // Typing 30,000 names would take longer than everything else: the numbers are typed as they are.
      const [name, pinyin, initials] = ["小区", "xiaoqu", "xq"];
      buildings.push({ id: b.id, compound_id: b.compoundId, grid_code: code, area_no: areaNo, address: `${name}${g + 1}-${i + 1}号楼`, pinyin: `${pinyin}${g + 1}-${i + 1}haolou`, initials: `${initials}${g + 1}-${i + 1}hl`, floors: 6 });
    }
    const ownPeople = Array.from({ length: peoplePerGrid }, () => newId(benchBegins));
    for (const [i, id] of ownPeople.entries()) {
      people.push({ id, display_name: `${names[i % 10]?.charAt(0)}某${g}-${i}`, surname_mask: `${names[i % 10]?.charAt(0)}某`, area_no: areaNo });
      if (i < staffPerGrid) {
        const role = i === 0 ? "GRID_HEAD" : "GRID_MEMBER";
        roles.push({ id: newId(benchBegins), person_id: id, role, area_code: code, area_no: areaNo, from_date: "2016-01-01" });
      }
    }
    grids.push({ code, compounds: ownCompounds, buildings: ownBuildings, people: ownPeople, weight: weights[g] ?? 1 });
  }
  return { grids, rows: [["area", areas], ["compound", compounds], ["building", buildings], ["person", people], ["role_assignment", roles]] };
}

/** Weights by rank, the ranks dealt out over the grids: some quiet, few loud, as grids are. */
function powerLaw(n: number): number[] {
  const dice = diceFor("power law");
  const weights = Array.from({ length: n }, (_, rank) => (rank + 1) ** -0.53);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = dice.between(0, i);
    [weights[i], weights[j]] = [weights[j] ?? 0, weights[i] ?? 0];
  }
  return weights;
}

function three(n: number): string {
  return String(n).padStart(3, "0");
}
