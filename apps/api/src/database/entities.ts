import type { EntitySchema } from "@mikro-orm/postgresql";

/** Every table that MikroORM maps. Listed by hand: a bundle has no directory to scan. */
export const entities: EntitySchema[] = [];
