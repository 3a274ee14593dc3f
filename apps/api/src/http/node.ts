import { Field, ID, InterfaceType } from "type-graphql";

/** Which type an object is of: each has a field that no other has. */
function typeOf(value: object): string {
  if ("severity" in value) return "Case";
  if ("milestones" in value) return "SecretaryProject";
  if ("rightToSueNoticedAt" in value) return "Mediation";
  return "address" in value ? "Building" : "Compound";
}

@InterfaceType({ description: "Anything with an id of its own (Relay).", resolveType: typeOf })
export abstract class Node {
  @Field(() => ID, { description: "Its id, unique over all types." })
  id!: string;
}
