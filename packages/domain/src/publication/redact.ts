import { maskName, maskPhone } from "../people/mask.ts";

/** What must not hang on a wall: ID_CARD is never collected, but somebody may have typed one. */
export const personalDataKinds = ["NAME", "PHONE", "ID_CARD", "ROOM"] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** A stretch of a text that tells of a person, by its place in the text, and what may stand there instead. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

interface Pattern {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  readonly instead: (found: RegExpMatchArray) => string;
}

/**
 * Office telephones are landlines and belong on a notice; whoever writes to a community leaves a mobile number. A blank, a
 * dot or a hyphen between the digits does not hide one.
 */
const patterns: readonly Pattern[] = [
  { kind: "ID_CARD", pattern: /(?<!\d)\d{17}[\dXx](?![\dXx])/g, instead: () => "***" },
  { kind: "PHONE", pattern: /(?<!\d)(?:\+?86[-. ]?)?1[3-9]\d(?:[-. ]?\d){8}(?!\d)/g, instead: ([text]) => maskPhone(text) },
  { kind: "ROOM", pattern: /(?<=单元\s*)\d{3,4}(?!\d)室?/g, instead: () => "***" },
  { kind: "ROOM", pattern: /(?<![\d单元])\d{3,4}(?=室)/g, instead: () => "***" },
  { kind: "ROOM", pattern: /(?<!\d)\d{1,2}-\d{3,4}(?!\d)室?/g, instead: () => "***" },
];

/** Full-width signs as plain ones, sign by sign, so that places in the text stay what they are. */
function plain(text: string): string {
  return [...text].map((sign) => (sign.normalize("NFKC").length === sign.length ? sign.normalize("NFKC") : sign)).join("");
}

function found(text: string, names: readonly string[]): PersonalDatum[] {
  const read = plain(text);
  const byPattern = patterns.flatMap(({ kind, pattern, instead }) =>
    [...read.matchAll(pattern)].map((match) => ({ kind, from: match.index, to: match.index + match[0].length, instead: instead(match) })),
  );
  const byName = [...new Set(names)]
    .filter((name) => [...name].length > 1 && maskName(name) !== name)
    .flatMap((name) => {
      const places: PersonalDatum[] = [];
      for (let from = read.indexOf(name); from !== -1; from = read.indexOf(name, from + name.length)) places.push({ kind: "NAME", from, to: from + name.length, instead: maskName(name) });
      return places;
    });
  return [...byPattern, ...byName];
}

/**
 * What in a text tells of a person: the names that are handed in, mobile phones, identity card numbers, rooms behind a
 * stairwell unit. In the order of the text; where two overlap, the longer one. A mask is no personal datum any more.
 */
export function personalDataIn(text: string, names: readonly string[]): readonly PersonalDatum[] {
  const kept: PersonalDatum[] = [];
  for (const one of found(text, names).toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || one.from >= last.to) kept.push(one);
    else if (one.to - one.from > last.to - last.from) kept[kept.length - 1] = one;
  }
  return kept;
}

/** The text with each personal datum masked: 楼某, 138****1234. Redacting twice changes nothing. */
export function redact(text: string, names: readonly string[]): string {
  let rest = text;
  for (const { from, to, instead } of personalDataIn(text, names).toReversed()) rest = rest.slice(0, from) + instead + rest.slice(to);
  // What stood around a mask may read as another datum now: a name within a name.
  return rest === text || personalDataIn(rest, names).length === 0 ? rest : redact(rest, names);
}
