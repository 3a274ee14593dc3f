import type { Right } from "./rights.ts";

/** What a key of another system was made for. */
export interface KeyGrant {
  /** It may also file opinions; one that may not runs no act at all. */
  readonly write: boolean;
  /** Disputes exist for it, as masked cards, and with `write` it may lift a mask with a reason, on record. */
  readonly personalData: boolean;
}

/**
 * What a key may in its area. Names, phones and rooms of residents are masked for every key, and no key reads a dispute
 * whole. Sources: PIPL art. 6 and 51 (no more data than the purpose needs); People's Mediation Law, art. 15.
 */
export const keyRights = {
  /** Every key. */
  READ: ["READ_PROJECTS", "READ_WORKERS", "EXPORT_LISTS"],
  /** One without personal data. */
  OPEN: ["READ_OPEN_CASES"],
  /** One with personal data. */
  PERSONAL: ["READ_CASES"],
  /** One that writes. */
  WRITE: ["COLLECT"],
  /** One that writes and was given personal data. */
  WRITE_PERSONAL: ["REVEAL_PERSONAL_DATA"],
} as const satisfies Record<string, readonly Right[]>;

/** Whether a key holds a right in its area; one that is none (undefined) holds nothing. */
export function keyHolds(grant: KeyGrant | undefined, right: Right): boolean {
  if (grant === undefined) return false;
  const held: readonly Right[] = [
    ...keyRights.READ,
    ...(grant.personalData ? keyRights.PERSONAL : keyRights.OPEN),
    ...(grant.write ? keyRights.WRITE : []),
    ...(grant.write && grant.personalData ? keyRights.WRITE_PERSONAL : []),
  ];
  return held.includes(right);
}

/** Whether disputes do not exist for somebody at all, not even those he recorded himself: a key without personal data. */
export function seesNoDispute(viewer: { readonly key?: KeyGrant }): boolean {
  return viewer.key !== undefined && !viewer.key.personalData;
}
