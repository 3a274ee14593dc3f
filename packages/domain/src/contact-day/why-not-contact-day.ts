import { contactDayActions, type ContactDayAction, type ContactDayActionRow } from "./contact-day-actions.ts";
import type { ContactDay } from "./contact-day.ts";
import { mayIn } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { seesPointsOf } from "../point/sees-point.ts";
import { refuse, type Refusal } from "../refusal.ts";

/**
 * Why somebody may not do something to a contact day, or null when the table allows it. What is out of sight is NOT_FOUND,
 * and then: state, right. Whether its day has come is asked by the verb itself.
 */
export function whyNotContactDay(action: ContactDayAction, day: Pick<ContactDay, "areaCode" | "state" | "dutyOfficerId">, viewer: Viewer): Refusal | null {
  const row: ContactDayActionRow = contactDayActions[action];
  if (!seesPointsOf(day.areaCode, viewer)) return refuse("NOT_FOUND", {});
  if (!row.from.includes(day.state)) return refuse("CONTACT_DAY_WRONG_STATE", { action, state: day.state });
  if (row.byDutyOfficer && day.dutyOfficerId === viewer.personId) return null;
  return mayIn(viewer, "KEEP_POINTS", day.areaCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" });
}
