import { isAreaCode } from "@bandeng/domain";
import { badInput } from "../http/connection.ts";

/** Refuses what is no list of 1 to 100 area codes. @throws GraphQLError BAD_USER_INPUT */
export function checkAreas(areas: readonly string[]): readonly string[] {
  const wrong = areas.find((area) => !isAreaCode(area));
  if (wrong !== undefined) throw badInput("Not an area code");
  if (areas.length === 0 || areas.length > 100) throw badInput("areas must name 1 to 100 areas");
  return [...new Set(areas)];
}
