/**
 * The name of every migration, oldest first; the names are stored in the database. By themselves, because each start
 * compares them, and only one that finds some missing loads what runs them (migrations.ts).
 */
export const migrationNames = [
  "0001-places-people-cases",
  "0002-row-level-security",
  "0003-rate-limits",
  "0004-accounts",
  "0005-audit",
  "0006-personal-data",
  "0007-attachments",
  "0008-people-and-roles",
  "0015-daily-counts",
  "0016-called-to-a-case",
  "0017-opinions",
  "0018-points-and-days",
  "0019-meetings",
  "0020-councils",
  "0021-talent-pool",
  "0022-mediations",
  "0023-notices",
  "0024-after-the-decision",
  "0025-costs",
  "0026-projects",
  "0027-callbacks-and-slips",
  "0028-indicators",
  "0029-settings-and-calendars",
  "0031-publications",
  "0032-keys",
  "0033-change-feed",
  "0034-webhooks",
  "0035-imports",
  "0036-presence",
  "0037-board-touch",
  "0038-one-policy-of-events",
  "0039-rows-of-rows",
] as const;

export type MigrationName = (typeof migrationNames)[number];
