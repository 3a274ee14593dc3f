import type { CostShownFragment } from "../graphql/graphql.ts";
import type { Share } from "./cost-text.ts";

/** One door on the way: what it pays for itself, and what it bears for others. */
export interface Door {
  share: Share;
  /** Shares of other doors that this one bears. */
  bears: readonly Share[];
  /** All that is still to be paid here, in fen. */
  owedFen: number;
}

export interface DoorFloor {
  floor: number;
  doors: readonly Door[];
}

/** A stairwell, or the doors to the street (unit null). */
export interface DoorGroup {
  id: string;
  building: string;
  unitNo: number | null;
  floors: readonly DoorFloor[];
}

const grouped = <T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> => {
  const groups = new Map<Key, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

/** A share that somebody else bears is paid at that door, not at its own. */
function doorOfShare(share: Share, all: readonly Share[]): Door {
  const bears = all.filter(({ bearer }) => bearer?.id === share.household.id);
  const own = share.bearer ? 0 : share.owedFen;
  return { share, bears, owedFen: own + bears.reduce((sum, one) => sum + one.owedFen, 0) };
}

/** The doors as they are walked: stairwell by stairwell, from the top floor down, the shops in the street last. */
export function doorsOf({ households }: Pick<CostShownFragment, "households">): readonly DoorGroup[] {
  const doors = households.map((share) => doorOfShare(share, households));
  const groups = grouped(doors, ({ share: { household } }) => `${household.building} ${household.unitNo ?? ""}`);
  return [...groups].flatMap(([id, all]) => {
    const first = all[0]?.share.household;
    if (!first) return [];
    const floors = [...grouped(all, ({ share }) => share.household.floor)].map(([floor, found]) => ({ floor, doors: found })).toSorted((a, b) => b.floor - a.floor);
    return [{ id, building: first.building, unitNo: first.unitNo ?? null, floors }];
  });
}
