import { namesIn } from "@bandeng/domain";
import type { Language } from "../../words/language.ts";
import { doorShort, type Seat } from "./room-model.ts";

/** Who sits there, in one line: 3-302 楼某, 老倪 退休党员. */
export function seatText({ as, person, household }: Pick<Seat, "as" | "person" | "household">, language: Language): string {
  const role = namesIn(language).attendee[as];
  const door = household ? doorShort(household) : null;
  const isPlain = as === "RESIDENT" || as === "SHOP_OWNER";
  return [door, person?.name, isPlain && (door || person) ? null : role].filter(Boolean).join(" ");
}
