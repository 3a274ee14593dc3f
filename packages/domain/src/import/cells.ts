import type { HouseholdKind } from "../place/household.ts";

/** Why a cell cannot be taken. */
export type CellProblem = "MISSING" | "TOO_LONG" | "NOT_WHOLE" | "OUT_OF_RANGE" | "NOT_AN_AREA" | "NOT_YES_NO" | "NOT_A_KIND" | "NOT_A_FLOOR" | "NOT_A_UNIT" | "NOT_A_NAME" | "NOT_A_PHONE" | "NOT_A_DAY" | "NOT_A_CASE_KIND";

/** What a cell says, or why that cannot be taken. */
export type Read<T> = { readonly value: T } | { readonly problem: CellProblem };

const longestText = 100;
const longestRoom = 20;
const mostFloors = 120;
const mostUnits = 50;

/** A cell as it is read: full-width signs as plain ones, without the spaces around it. */
export function plainCell(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\u200B-\u200F\uFEFF]/g, "").trim();
}

/** A name, an address, a company. */
export function readText(text: string): Read<string> {
  return [...text].length > longestText ? { problem: "TOO_LONG" } : { value: text };
}

const longestName = 40;

/** What somebody is called: letters, no number, no mask. */
export function readPersonName(text: string): Read<string> {
  if ([...text].length > longestName) return { problem: "TOO_LONG" };
  return /^\p{L}[\p{L}\p{M} .·•'-]*$/u.test(text) && !text.endsWith("某") ? { value: text } : { problem: "NOT_A_NAME" };
}

/** A mobile or a fixed line, as digits: +86 138-0013-8000 is 13800138000, 0556-5123456 is 05565123456. */
export function readPhone(text: string): Read<string> {
  const digits = text.replaceAll(/[\s()-]/g, "").replace(/^(?:\+|00)86/, "");
  return /^1[3-9]\d{9}$|^0\d{9,11}$|^[2-8]\d{6,7}$/.test(digits) ? { value: digits } : { problem: "NOT_A_PHONE" };
}

/** What is on the door: 302室 is 302. */
export function readRoom(text: string): Read<string> {
  const room = text.replace(/[室号]$/u, "");
  if (room === "") return { problem: "MISSING" };
  return [...room].length > longestRoom ? { problem: "TOO_LONG" } : { value: room };
}

function readWhole(text: string, from: number, to: number, problem: CellProblem): Read<number> {
  if (!/^-?\d{1,6}$/.test(text)) return { problem };
  const value = Number(text);
  return value < from || value > to ? { problem: "OUT_OF_RANGE" } : { value };
}

/** A year of four digits. */
export function readYear(text: string): Read<number> {
  return readWhole(text.replace(/年$/u, ""), 1900, 2100, "NOT_WHOLE");
}

/** How many floors a building has. */
export function readFloors(text: string): Read<number> {
  return readWhole(text.replace(/[层楼]$/u, ""), 1, mostFloors, "NOT_WHOLE");
}

/** How many units a building has. */
export function readUnits(text: string): Read<number> {
  return readWhole(text.replace(/(?:个)?单元$/u, ""), 1, mostUnits, "NOT_WHOLE");
}

/** On which floor a door is: 3, 3层, B1, 地下1层. There is no floor 0: the ground floor is the first. */
export function readFloor(text: string): Read<number> {
  const plain = text.replace(/[层楼]$/u, "").replace(/^(?:B|b|地下)(?=\d)/u, "-");
  const read = readWhole(plain, -9, mostFloors, "NOT_A_FLOOR");
  return "value" in read && read.value === 0 ? { problem: "NOT_A_FLOOR" } : read;
}

const numerals = "一二三四五六七八九十";

/** Which unit: 3, 3单元, 第三单元. */
export function readUnit(text: string): Read<number> {
  const plain = text.replace(/^第/u, "").replace(/单元$/u, "");
  const at = plain.length === 1 ? numerals.indexOf(plain) : -1;
  return readWhole(at === -1 ? plain : String(at + 1), 1, mostUnits, "NOT_A_UNIT");
}

/**
 * Exclusive floor area in m² as integer cm², digit by digit and never through a float: shares of costs are exact (58.4 is
 * 584,000). At most four decimals.
 */
export function readAreaCm2(text: string): Read<number> {
  const found = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(text.replaceAll(",", "").replace(/\s*(?:m2|平方米|平米|平)$/iu, ""));
  if (!found) return { problem: "NOT_AN_AREA" };
  const [, metres = "0", decimals = ""] = found;
  const value = Number(metres + decimals.padEnd(4, "0"));
  return value === 0 ? { problem: "NOT_AN_AREA" } : { value };
}

const yes = ["是", "有", "√", "✓", "y", "yes", "true", "1"];
const no = ["否", "无", "没有", "×", "✗", "n", "no", "false", "0"];

export function readYesNo(text: string): Read<boolean> {
  const word = text.toLowerCase();
  if (yes.includes(word)) return { value: true };
  return no.includes(word) ? { value: false } : { problem: "NOT_YES_NO" };
}

const householdWords: Record<HouseholdKind, readonly string[]> = {
  HOME: ["home", "住宅", "住户", "居民", "民宅", "户"],
  SHOP: ["shop", "商铺", "商户", "门面", "店铺", "门市"],
};

export function readHouseholdKind(text: string): Read<HouseholdKind> {
  const word = text.toLowerCase();
  if (householdWords.HOME.includes(word)) return { value: "HOME" };
  return householdWords.SHOP.includes(word) ? { value: "SHOP" } : { problem: "NOT_A_KIND" };
}
