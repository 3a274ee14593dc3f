/**
 * Which compounds and houses the demo community has. Invented, except the community itself and the numbers that the
 * published account gives: 9 grids, 50 residential buildings, 1,762 households.
 */

/** 天后宫社区, in the code list as 天后宫居委会. */
export const demoCommunity = "340802001007";
/** 钱牌楼社区: the neighbour whose matters the demo community must not see. */
export const neighbourCommunity = "340802001014";

export interface GridPlan {
  /** The last three digits of its code. */
  readonly no: string;
  readonly name: string;
}

export const gridPlan: readonly GridPlan[] = [
  { no: "001", name: "天后宫网格" },
  { no: "002", name: "吴越街网格" },
  { no: "003", name: "曹家巷网格" },
  { no: "004", name: "国货街网格" },
  { no: "005", name: "锡麟街网格" },
  { no: "006", name: "龙门口网格" },
  { no: "007", name: "大南门网格" },
  { no: "008", name: "墨子巷网格" },
  { no: "009", name: "宜城路网格" },
];

export const neighbourGridPlan: readonly GridPlan[] = [
  { no: "001", name: "钱牌楼网格" },
  { no: "002", name: "御碑亭网格" },
];

export interface CompoundPlan {
  readonly name: string;
  readonly mainGrid: string;
  readonly buildYear: number;
  readonly isOld: boolean;
  readonly renovationBatch: string | null;
  readonly propertyCompany: string | null;
}

export const compoundPlan: readonly CompoundPlan[] = [
  { name: "天后宫小区", mainGrid: "001", buildYear: 1988, isOld: true, renovationBatch: "2023年第一批", propertyCompany: null },
  { name: "吴越花园", mainGrid: "002", buildYear: 2003, isOld: false, renovationBatch: null, propertyCompany: "宜居物业（虚构）" },
  { name: "曹家巷小区", mainGrid: "003", buildYear: 1985, isOld: true, renovationBatch: "2024年第一批", propertyCompany: null },
  { name: "麟苑小区", mainGrid: "005", buildYear: 1997, isOld: true, renovationBatch: "2025年第二批", propertyCompany: null },
  { name: "龙门小区", mainGrid: "006", buildYear: 1992, isOld: true, renovationBatch: null, propertyCompany: "和顺物业（虚构）" },
  { name: "大南门新村", mainGrid: "007", buildYear: 1990, isOld: true, renovationBatch: "2025年第一批", propertyCompany: null },
  { name: "墨香苑", mainGrid: "008", buildYear: 2001, isOld: false, renovationBatch: null, propertyCompany: "和顺物业（虚构）" },
  { name: "宜城苑", mainGrid: "009", buildYear: 2005, isOld: false, renovationBatch: null, propertyCompany: "宜居物业（虚构）" },
];

export const neighbourCompoundPlan: readonly CompoundPlan[] = [
  { name: "钱牌楼小区", mainGrid: "001", buildYear: 1994, isOld: true, renovationBatch: null, propertyCompany: null },
];

/** Houses of one shape. Two homes on each floor of a unit. */
export interface HousesPlan {
  /** Addresses: the compound's name stands before each where there is a compound. */
  readonly houses: readonly string[];
  readonly compound: string | null;
  readonly grid: string;
  readonly units: number;
  readonly floors: number;
  /** Shops on the ground floor of each house, with doors to the street. */
  readonly shops?: number;
}

const numbered = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}号楼`);

/** 50 houses; units × floors × 2, summed over them, is 1,762 (36 of them in 锡麟街25号). */
export const housesPlan: readonly HousesPlan[] = [
  { houses: numbered(1, 5), compound: "天后宫小区", grid: "001", units: 3, floors: 6 },
  { houses: ["吴越街8号", "吴越街12号"], compound: null, grid: "002", units: 2, floors: 5, shops: 3 },
  { houses: numbered(1, 3), compound: "吴越花园", grid: "002", units: 3, floors: 7 },
  { houses: numbered(1, 8), compound: "曹家巷小区", grid: "003", units: 3, floors: 6 },
  { houses: ["国货街6号", "国货街10号", "国货街14号", "国货街18号", "国货街22号"], compound: null, grid: "004", units: 2, floors: 6, shops: 2 },
  { houses: ["锡麟街21号", "锡麟街23号", "锡麟街27号", "锡麟街29号"], compound: null, grid: "005", units: 3, floors: 5, shops: 1 },
  { houses: ["锡麟街25号"], compound: null, grid: "005", units: 3, floors: 6 },
  { houses: numbered(1, 2), compound: "麟苑小区", grid: "005", units: 4, floors: 6 },
  { houses: numbered(1, 5), compound: "龙门小区", grid: "006", units: 4, floors: 6 },
  // One compound in two grids: its cases go to 007 unless a house is known.
  { houses: numbered(1, 4), compound: "大南门新村", grid: "007", units: 3, floors: 6 },
  { houses: numbered(5, 6), compound: "大南门新村", grid: "009", units: 3, floors: 6 },
  { houses: ["墨子巷3号", "墨子巷5号", "墨子巷9号"], compound: null, grid: "008", units: 2, floors: 4, shops: 1 },
  { houses: numbered(1, 2), compound: "墨香苑", grid: "008", units: 3, floors: 7 },
  { houses: numbered(1, 4), compound: "宜城苑", grid: "009", units: 3, floors: 7 },
];

export const neighbourHousesPlan: readonly HousesPlan[] = [
  { houses: numbered(1, 3), compound: "钱牌楼小区", grid: "001", units: 2, floors: 6 },
  { houses: ["御碑亭4号"], compound: null, grid: "002", units: 2, floors: 5, shops: 1 },
];

/** Rooms whose areas the account's sums are made of: 12 homes and 2 shops, 801.25 m² in all. */
export const sewerUnit = {
  address: "锡麟街25号",
  unit: 3,
  areasCm2: [584_000, 621_500],
  shopsCm2: [412_000, 367_500],
} as const;
