import { readType } from "../read/read-type.ts";

/** What is due, from the jsonb that a row keeps of it. */
export const dueFields = (column: string) =>
  readType("Due", {
    kind: `${column} ->> 'kind'`,
    at: `${column} ->> 'at'`,
    expected: `(${column} ->> 'expected')::boolean`,
    provisional: `(${column} ->> 'provisional')::boolean`,
    calendar: `${column} ->> 'calendar'`,
  });
