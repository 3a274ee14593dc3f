import { namesIn } from "@bandeng/domain";
import type { Format } from "../words/format.ts";
import type { Language, Same } from "../words/language.ts";
import type { people } from "../words/zh/people.ts";
import type { RoleHeld } from "./person-acts.ts";

type Say = Pick<Same<typeof people>, "since" | "until" | "between" | "standsIn">;
type Days = Pick<RoleHeld, "from" | "to" | "inForce">;

/** 社区书记 · 天后宫社区; with the building of a building head, the department of a liaison. */
export function roleName({ role, areaName, of }: Pick<RoleHeld, "role" | "areaName" | "of">, language: Language): string {
  return [namesIn(language).role[role], of ?? areaName].join(" · ");
}

/** When it holds, as far as that needs saying; an open end of a role in force does not. */
export function roleDays({ from, to, inForce }: Days, now: number, format: Format, say: Say): string {
  const first = format.shortDate(from, now);
  if (to === null) return inForce ? "" : say.since(first);
  const last = format.shortDate(to, now);
  return from === to ? last : say.between(first, last);
}

/** 代 陈书记 5月6日–5月10日; the days alone for a role of one's own, empty where they need no saying. */
export function roleWhen(held: RoleHeld, now: number, format: Format, say: Say): string {
  if (held.standsInFor !== null) return say.standsIn(held.standsInForName ?? "", roleDays(held, now, format, say));
  if (held.to !== null && held.inForce) return say.until(format.shortDate(held.to, now));
  return roleDays(held, now, format, say);
}
