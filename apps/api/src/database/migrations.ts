import { Migration0001PlacesPeopleCases } from "./migrations/0001-places-people-cases.ts";

/** Every migration, oldest first. Listed by hand: a bundle has no directory to scan. The names are stored. */
export const migrations = [{ name: "0001-places-people-cases", class: Migration0001PlacesPeopleCases }];
