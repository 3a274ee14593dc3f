import type { OpeningSpan } from "./opening-hours.ts";
import { dayNumberOf, type LocalDate } from "../deadline/moment.ts";

/** 店门口, 公共空间, 办公场所, 线上: what kind of place a collection point is. */
export const pointKinds = ["SHOP_DOOR", "SHARED_SPACE", "OFFICE", "ONLINE"] as const;
export type PointKind = (typeof pointKinds)[number];

/** Where something is, in words as residents say them, and in which compound or building, where it is in one. */
export interface SpokenPlace {
  readonly words: string;
  readonly compoundId: string | null;
  readonly buildingId: string | null;
}

/** What a poster says of a point and somebody who keeps it may change. */
export interface PointDescription {
  /** Such as 百货商店门口. */
  readonly name: string;
  readonly kind: PointKind;
  readonly place: SpokenPlace;
  /** Who empties the box and writes down what was left: a person of ours. */
  readonly keeperId: string;
  /** The office that answers for it, by name: it stands on the poster, the keeper does not. */
  readonly office: string;
  /** A telephone of that office, never a person's own; null without one. */
  readonly officePhone: string | null;
  readonly hours: readonly OpeningSpan[];
  /** What the weekly hours cannot say, such as 随店营业; empty when nothing. */
  readonly hoursWords: string;
}

/** 民意收集点: where residents leave what they have to say as they pass by. */
export interface CollectionPoint extends PointDescription {
  readonly id: string;
  readonly version: number;
  /** Short, on the poster and in its address: `/p/7KQ2MX`. Never given twice, never changed. */
  readonly code: string;
  /** The grid or the community it stands in. */
  readonly areaCode: string;
  /** First day it is open, this time: the day it was opened or opened again. */
  readonly activeFrom: LocalDate;
  /** Day from which it is closed; null while it is open. */
  readonly closedOn: LocalDate | null;
}

/**
 * After how many natural days without an opinion a point counts as dead. A default: practice differs; a month is two of the
 * monthly rounds in which most communities empty their boxes.
 */
export const deadAfterDays = 30;

/** What is asked to know whether a point is dead. */
export interface PointLife {
  readonly activeFrom: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Day the last opinion was voiced there; null when none ever was. */
  readonly lastOpinionOn: LocalDate | null;
}

/**
 * Natural days since the last opinion, or since it was opened when that is later; never below 0. Opening it again begins anew.
 * @throws RangeError when a text is no date
 */
export function idleDays({ activeFrom, lastOpinionOn }: Pick<PointLife, "activeFrom" | "lastOpinionOn">, today: LocalDate): number {
  const since = lastOpinionOn !== null && lastOpinionOn > activeFrom ? lastOpinionOn : activeFrom;
  return Math.max(0, dayNumberOf(today) - dayNumberOf(since));
}

/** 沉睡点: open, and no opinion for so many natural days. A closed point is not dead, it is closed. */
export function isDeadPoint(point: PointLife, today: LocalDate, days = deadAfterDays): boolean {
  return point.closedOn === null && idleDays(point, today) >= days;
}

/** Digits and capitals that nobody mistakes for one another: without 0, 1, I and O. */
export const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH = 6;
const CODE = new RegExp(`^[${codeAlphabet}]{${CODE_LENGTH}}$`);

/** Whether the text can be the code of a point. */
export function isPointCode(text: string): boolean {
  return CODE.test(text);
}

/** A code as somebody typed it: capitals, without spaces and hyphens. */
export function typedPointCode(text: string): string {
  return text.replaceAll(/[\s-]/g, "").toUpperCase();
}

/**
 * The code that six random bytes give; each character takes five bits of one.
 * @throws RangeError for fewer than six bytes
 */
export function pointCodeOf(bytes: Uint8Array): string {
  if (bytes.length < CODE_LENGTH) throw new RangeError(`a code is made of ${CODE_LENGTH} bytes, not ${bytes.length}`);
  return Array.from(bytes.slice(0, CODE_LENGTH), (byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join("");
}
