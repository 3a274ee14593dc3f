import { v7 } from "./ids.ts";

/** The communities of the world, by how they stand to the first one, which most viewers work in. */
export const communities = { own: "340802001007", sibling: "340802001008", street: "340802002001", district: "340803001001" } as const;
export type CommunityKey = keyof typeof communities;
export const communityKeys = Object.keys(communities) as readonly CommunityKey[];

export const gridOf = (key: CommunityKey, n: number): string => `${communities[key]}${String(n).padStart(3, "0")}`;
export const districtsOfWorld = ["340802", "340803"] as const;
export const streetsOfWorld = ["340802001", "340802002", "340803001"] as const;

/** A text that must not leak names what it belongs to: `«case:own-2:title»`. */
export const canary = (kind: string, key: string, field: string): string => `«${kind}:${key}:${field}»`;

export interface WorldArea {
  readonly code: string;
  readonly kind: "DISTRICT" | "STREET" | "COMMUNITY" | "GRID";
  readonly parent: string | null;
}

export const worldAreas: readonly WorldArea[] = [
  ...districtsOfWorld.map((code) => ({ code, kind: "DISTRICT" as const, parent: null })),
  ...streetsOfWorld.map((code) => ({ code, kind: "STREET" as const, parent: code.slice(0, 6) })),
  ...communityKeys.map((key) => ({ code: communities[key], kind: "COMMUNITY" as const, parent: communities[key].slice(0, 9) })),
  ...communityKeys.flatMap((key) => [1, 2].map((n) => ({ code: gridOf(key, n), kind: "GRID" as const, parent: communities[key] }))),
];

/** Each community has one compound and one building in each of its two grids. */
export interface WorldPlace {
  readonly key: string;
  readonly community: CommunityKey;
  readonly grid: string;
  readonly compoundId: string;
  readonly buildingId: string;
  readonly unitId: string;
  readonly householdId: string;
}

export const worldPlaces: readonly WorldPlace[] = communityKeys.flatMap((community) =>
  [1, 2].map((n) => {
    const key = `${community}-${n}`;
    return { key, community, grid: gridOf(community, n), compoundId: v7(`compound:${key}`), buildingId: v7(`building:${key}`), unitId: v7(`unit:${key}`), householdId: v7(`household:${key}`) };
  }),
);

export function placeAt(community: CommunityKey, n: number): WorldPlace {
  return worldPlaces.find((p) => p.key === `${community}-${n}`) as WorldPlace;
}

export interface WorldDepartment {
  readonly key: string;
  readonly id: string;
  readonly district: string;
}

/** Two departments a district: a whistle calls the first one of them, nobody ever calls the second. */
export const worldDepartments: readonly WorldDepartment[] = districtsOfWorld.flatMap((district) =>
  ["called", "idle"].map((name) => ({ key: `${district}-${name}`, id: v7(`department:${district}-${name}`), district })),
);

export const departmentOf = (district: string, name: "called" | "idle"): string => v7(`department:${district}-${name}`);
