/**
 * An area of China's administrative tree by its statistical code (GB/T 2260 down to the district, GB/T 10114 below),
 * and the community's own grids below that (GB/T 34300): city 4 digits, district 6, street 9, community 12, grid 15.
 * A longer code starts with the codes of the areas around it, so a code is also a scope: everything that begins with it.
 *
 * `340802001007000`, a community with 000 behind it, is no real grid but the community's own place: 未定网格.
 */
export type AreaCode = string;

/** What a code stands for, widest first. */
export const areaKinds = ["CITY", "DISTRICT", "STREET", "COMMUNITY", "GRID"] as const;

/** One of {@link areaKinds}. */
export type AreaKind = (typeof areaKinds)[number];

/** Digits of each kind of code. */
export const areaDigits: Readonly<Record<AreaKind, number>> = { CITY: 4, DISTRICT: 6, STREET: 9, COMMUNITY: 12, GRID: 15 };

// A city is never 00. A district may be: Dongguan (441900) and Zhongshan (442000) have streets but no districts. Streets
// and communities are never 000, so that a padded number tells which area it is; a grid 000 is the undetermined one.
const AREA_CODE_PATTERN = /^[1-9]\d(?!00)\d{2}(?:\d{2}(?:(?!000)\d{3}(?:(?!000)\d{3}(?:\d{3})?)?)?)?$/;

const NUMBER_DIGITS = areaDigits.GRID;

const UNDETERMINED = "000";

/** Whether the text is an area code of any kind. */
export function isAreaCode(text: string): boolean {
  return AREA_CODE_PATTERN.test(text);
}

/**
 * What the code stands for.
 * @throws RangeError when the text is no area code.
 */
export function areaKind(code: AreaCode): AreaKind {
  assertAreaCode(code);
  switch (code.length) {
    case areaDigits.CITY:
      return "CITY";
    case areaDigits.DISTRICT:
      return "DISTRICT";
    case areaDigits.STREET:
      return "STREET";
    case areaDigits.COMMUNITY:
      return "COMMUNITY";
    default:
      return "GRID";
  }
}

/**
 * The code padded with zeros to 15 digits, as a number: the first of the area's range, and what rows of the area itself
 * carry. Always a safe integer.
 * @throws RangeError when the text is no area code.
 */
export function areaNumber(code: AreaCode): number {
  assertAreaCode(code);
  return Number(code.padEnd(NUMBER_DIGITS, "0"));
}

/**
 * The numbers of an area and of all areas in it, as [from, to): `to` is the first number that is not in it.
 * @throws RangeError when the text is no area code.
 */
export function areaRange(code: AreaCode): readonly [from: number, to: number] {
  const from = areaNumber(code);
  return [from, from + 10 ** (NUMBER_DIGITS - code.length)];
}

/**
 * Whether an area lies in a scope or is the scope. The same as: the area's range lies in the scope's range.
 * @throws RangeError when a text is no area code: an empty scope must never cover everything.
 */
export function covers(scope: AreaCode, code: AreaCode): boolean {
  assertAreaCode(scope);
  assertAreaCode(code);
  return code.startsWith(scope);
}

/**
 * The next wider area, or null for a city.
 * @throws RangeError when the text is no area code.
 */
export function parentArea(code: AreaCode): AreaCode | null {
  const wider = areaKinds[areaKinds.indexOf(areaKind(code)) - 1];
  return wider === undefined ? null : code.slice(0, areaDigits[wider]);
}

/**
 * The city a code lies in, or the code itself.
 * @throws RangeError when the text is no area code.
 */
export function cityOf(code: AreaCode): AreaCode {
  return areaAround(code, "CITY");
}

/**
 * The district a code lies in, or the code itself.
 * @throws RangeError when the text is no area code, or one of a wider area.
 */
export function districtOf(code: AreaCode): AreaCode {
  return areaAround(code, "DISTRICT");
}

/**
 * The street a code lies in, or the code itself.
 * @throws RangeError when the text is no area code, or one of a wider area.
 */
export function streetOf(code: AreaCode): AreaCode {
  return areaAround(code, "STREET");
}

/**
 * The community a code lies in, or the code itself.
 * @throws RangeError when the text is no area code, or one of a wider area.
 */
export function communityOf(code: AreaCode): AreaCode {
  return areaAround(code, "COMMUNITY");
}

/**
 * The area that a 15-digit number stands for. A number ending in 000 is the community's own, so the community; one
 * ending in more zeros is the street's, the district's or the city's. The number 441900000000000 could be Dongguan as a
 * city or as its only district: the city is given.
 * @throws RangeError when no area has this number.
 */
export function areaOfNumber(number: number): AreaCode {
  const digits = String(number);
  const code =
    digits.length !== NUMBER_DIGITS
      ? ""
      : digits.endsWith("00000000000")
        ? digits.slice(0, areaDigits.CITY)
        : digits.replace(/(?:000){1,3}$/, "");
  if (!isAreaCode(code)) throw new RangeError(`not the number of an area: ${number}`);
  return code;
}

/**
 * The code under which things stand whose grid is not known: the community's own number, shown as 未定网格.
 * @throws RangeError when the text is no code of a community.
 */
export function undeterminedGrid(community: AreaCode): AreaCode {
  if (areaKind(community) !== "COMMUNITY") throw new RangeError(`not the code of a community: ${community}`);
  return community + UNDETERMINED;
}

/**
 * Whether a code is a community's place for things whose grid is not known; see {@link undeterminedGrid}.
 * @throws RangeError when the text is no area code.
 */
export function isUndeterminedGrid(code: AreaCode): boolean {
  return areaKind(code) === "GRID" && code.endsWith(UNDETERMINED);
}

function areaAround(code: AreaCode, kind: AreaKind): AreaCode {
  assertAreaCode(code);
  if (code.length < areaDigits[kind]) throw new RangeError(`${code} is wider than a ${kind.toLowerCase()}`);
  return code.slice(0, areaDigits[kind]);
}

function assertAreaCode(text: string): void {
  if (!isAreaCode(text)) throw new RangeError(`not an area code: ${text}`);
}
