import { run, type Runner } from "../database/statement.ts";

/** What `holdCalendar` asks for, for a statement that does more. */
export const HOLD_CALENDAR = "pg_advisory_xact_lock_shared(hashtextextended('calendar', 0))";

/**
 * Says that a transaction is going to act by the calendar in force, until it ends: a publication waits for it. Taken
 * before the calendar is read, so that nobody promises a deadline by a calendar that was replaced in between, which no
 * recount would find any more.
 */
export async function holdCalendar(client: Runner): Promise<void> {
  await run(client, `select ${HOLD_CALENDAR}`);
}

/** Waits until nobody acts by the calendar in force, and keeps everybody from beginning to, until the transaction ends. */
export async function replaceCalendar(client: Runner): Promise<void> {
  await run(client, "select pg_advisory_xact_lock(hashtextextended('calendar', 0))");
}
