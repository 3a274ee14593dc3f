import { hoursProblem } from "./opening-hours.ts";
import { isPointCode, type PointDescription } from "./point.ts";
import type { PointDecision } from "./record-point.ts";
import { firstProblem, optionalTextProblem, textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { localDateOf } from "../deadline/moment.ts";
import { mayIn } from "../people/rights.ts";
import { areaKind, isAreaCode, isUndeterminedGrid } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Longest texts of a poster, in characters: they have to fit on it. */
export const posterTexts = { name: 40, place: 100, office: 60, hours: 100 } as const;

// A service number such as 12345 or a landline with its area code; a mobile number, 11 digits from 13 to 19, is a person's.
const PHONE = /^(?:\d{3,8}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|[48]00-?\d{3}-?\d{4})$/;

/** Refuses what could not be printed on a poster; null when it is fine. */
export function pointDescriptionProblem(given: PointDescription): Refusal | null {
  const { name, place, office, officePhone, hours, hoursWords } = given;
  const texts = firstProblem(
    textProblem("name", name, posterTexts.name),
    textProblem("place", place.words, posterTexts.place),
    textProblem("office", office, posterTexts.office),
    optionalTextProblem("hours", hoursWords, posterTexts.hours),
  );
  if (texts) return texts;
  if (officePhone !== null && !PHONE.test(officePhone)) return refuse("NOT_AN_OFFICE_PHONE", {}, "officePhone");
  if (hours.length === 0 && hoursWords.trim() === "") return refuse("TEXT_REQUIRED", { field: "hours" }, "hours");
  return hoursProblem(hours);
}

/** A description without blanks around its texts. */
export function trimmedDescription(given: PointDescription): PointDescription {
  const { name, kind, place, keeperId, office, officePhone, hours, hoursWords } = given;
  return {
    name: name.trim(), kind, keeperId, office: office.trim(), officePhone, hoursWords: hoursWords.trim(),
    place: { words: place.words.trim(), compoundId: place.compoundId, buildingId: place.buildingId },
    hours: hours.map(({ days, from, to }) => ({ days: days.toSorted((a, b) => a - b), from, to })),
  };
}

/** Refuses an area in which no point or contact day can be: one that is neither a real grid nor a community. */
export function pointAreaProblem(areaCode: string): Refusal | null {
  const fits = isAreaCode(areaCode) && ["GRID", "COMMUNITY"].includes(areaKind(areaCode)) && !isUndeterminedGrid(areaCode);
  return fits ? null : refuse("POINT_AREA_WRONG", {}, "areaCode");
}

export interface OpenPointInput extends PointDescription {
  readonly areaCode: string;
  /** Given by whoever stores it; unique there. */
  readonly code: string;
}

/**
 * 设点: a new collection point in a grid or a community. That keeper, compound and building exist, and stand there, is the
 * caller's to see.
 * @throws TypeError when the code given by the caller is none
 */
export function decideOpenPoint({ areaCode, code, ...given }: OpenPointInput, facts: Facts): PointDecision {
  if (!isPointCode(code)) throw new TypeError(`not the code of a point: ${code}`);
  const no = pointAreaProblem(areaCode) ?? (mayIn(facts.viewer, "KEEP_POINTS", areaCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" })) ?? pointDescriptionProblem(given);
  return no ?? { type: "POINT_OPENED", at: facts.at, payload: { code, areaCode, from: localDateOf(facts.at), ...trimmedDescription(given) } };
}
