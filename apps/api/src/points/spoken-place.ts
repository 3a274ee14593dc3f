import { isAreaCode, type SpokenPlace } from "@bandeng/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { run, type Runner } from "../database/statement.ts";
import { isUuid } from "../database/uuid.ts";

@InputType({ description: "Where something is, in words, and in which compound or building, where it is in one." })
export class SpokenPlaceInput {
  @Field(() => String, { description: "As residents say it, at most 100 characters." })
  words!: string;

  @Field(() => ID, { nullable: true, description: "The compound it is in; of a building its own." })
  compoundId?: string | null;

  @Field(() => ID, { nullable: true, description: "The building it is in or in front of." })
  buildingId?: string | null;
}

@ObjectType("SpokenPlace", { description: "Where something is, in words, and in which compound or building." })
export class SpokenPlaceType {
  @Field(() => String, { description: "As residents say it." })
  words!: string;

  @Field(() => ID, { nullable: true, description: "The compound; null when in none." })
  compoundId!: string | null;

  @Field(() => String, { nullable: true, description: "Name of that compound; null when in none." })
  compoundName!: string | null;

  @Field(() => ID, { nullable: true, description: "The building; null when in none." })
  buildingId!: string | null;

  @Field(() => String, { nullable: true, description: "Address of that building; null when in none." })
  buildingAddress!: string | null;
}

/** A place with the names of what it is in, of a row `x` of points or contact days. */
export const placeJson = `json_build_object('words', x.place_words, 'compoundId', x.compound_id, 'compoundName', (select name from compound where compound.id = x.compound_id),
  'buildingId', x.building_id, 'buildingAddress', (select address from building where building.id = x.building_id))`;

/**
 * A place somebody named in a grid or community, with the compound of its building. Undefined when the area does not exist, or
 * the compound or building is none of its community.
 */
export async function spokenPlaceOf(client: Runner, areaCode: string, { words, compoundId, buildingId }: SpokenPlaceInput): Promise<SpokenPlace | undefined> {
  if (!isAreaCode(areaCode) || [compoundId, buildingId].some((id) => id != null && !isUuid(id))) return undefined;
  const [found] = await run<{ compound: string | null; building: string | null }>(
    client,
    `select c.id as compound, b.id as building from area a
       left join building b on b.id = $3::uuid and starts_with(b.grid_code, left(a.code, 12))
       left join compound c on c.id = case when $3::uuid is null then $2::uuid else b.compound_id end and c.community_code = left(a.code, 12)
     where a.code = $1 and ($2::uuid is null or c.id = $2::uuid) and ($3::uuid is null or b.id = $3::uuid)`,
    [areaCode, compoundId ?? null, buildingId ?? null],
  );
  return found && { words, compoundId: found.compound, buildingId: found.building };
}
