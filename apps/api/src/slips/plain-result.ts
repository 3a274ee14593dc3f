import { maskName, maskPhone } from "@bandeng/domain";

const mobiles = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const identityCards = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
/** 302室, 3单元302, 3-302: a building and a stairwell are everybody's, a room is somebody's. */
const rooms = [
  { found: /(?<=单元\s?)\d{3,4}室?/g, instead: "***" },
  { found: /(?<!\d)\d{3,4}(?=室)/g, instead: "***" },
  { found: /(?<![\d-])(\d{1,2})-\d{3,4}(?![\d-])/g, instead: "$1-***" },
] as const;

/**
 * What was done, as it may stand on a page without an account: it was written by an official, who should have named nobody.
 * Numbers of mobile phones and identity cards, rooms, and the names of those whom the case concerns are hidden all the same.
 *
 * @param names full names of its reporters and parties
 */
export function plainResult(result: string, names: readonly string[]): string {
  const unnumbered = result.replaceAll(identityCards, "****").replaceAll(mobiles, (number) => maskPhone(number));
  const roomless = rooms.reduce((text, { found, instead }) => text.replaceAll(found, instead), unnumbered);
  return names.filter((name) => [...name].length > 1).reduce((text, name) => text.replaceAll(name, maskName(name)), roomless);
}
