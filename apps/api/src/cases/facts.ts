import { communityOf, defaultDeadlineRules, type Category, type Facts, type Instant, type Viewer } from "@bandeng/domain";
import { currentCalendar } from "../calendars/calendar-store.ts";
import { run, type Runner } from "../database/statement.ts";
import { rulesOf, type OwnRules } from "../settings/own-rules.ts";

/** How a community works: the defaults, with what it has set itself. */
async function settingOf(runner: Runner, communityCode: string): Promise<Pick<Facts, "rules" | "categories">> {
  const [row] = await run<{ rules: OwnRules; categories: readonly Category[] | null }>(runner, "select rules, categories from community_setting where community_code = $1", [communityCode]);
  return { rules: rulesOf(row?.rules ?? {}), ...(row?.categories ? { categories: row.categories } : {}) };
}

/** What a decision on something in an area looks at: above a community the default deadlines hold. A client's time later than the server's is set to the server's. */
export async function factsFor(runner: Runner, viewer: Viewer, area: string, now: Instant, at?: Instant | null): Promise<Facts> {
  const calendar = await currentCalendar(runner);
  const setting = area.length < 12 ? { rules: defaultDeadlineRules } : await settingOf(runner, communityOf(area));
  return { viewer, now, at: at != null && at < now ? at : now, calendar, ...setting };
}
