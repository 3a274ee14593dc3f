import type { Constructor } from "@mikro-orm/core";
import type { Migration } from "@mikro-orm/migrations";
import type { MigrationName } from "./migration-names.ts";
import { Migration0001PlacesPeopleCases } from "./migrations/0001-places-people-cases.ts";
import { Migration0002RowLevelSecurity } from "./migrations/0002-row-level-security.ts";
import { Migration0003RateLimits } from "./migrations/0003-rate-limits.ts";
import { Migration0004Accounts } from "./migrations/0004-accounts.ts";
import { Migration0005Audit } from "./migrations/0005-audit.ts";
import { Migration0006PersonalData } from "./migrations/0006-personal-data.ts";
import { Migration0007Attachments } from "./migrations/0007-attachments.ts";
import { Migration0008PeopleAndRoles } from "./migrations/0008-people-and-roles.ts";
import { Migration0015DailyCounts } from "./migrations/0015-daily-counts.ts";
import { Migration0016CalledToACase } from "./migrations/0016-called-to-a-case.ts";
import { Migration0017Opinions } from "./migrations/0017-opinions.ts";
import { Migration0018PointsAndDays } from "./migrations/0018-points-and-days.ts";
import { Migration0019Meetings } from "./migrations/0019-meetings.ts";
import { Migration0020Councils } from "./migrations/0020-councils.ts";
import { Migration0021TalentPool } from "./migrations/0021-talent-pool.ts";
import { Migration0022Mediations } from "./migrations/0022-mediations.ts";
import { Migration0023Notices } from "./migrations/0023-notices.ts";
import { Migration0024AfterTheDecision } from "./migrations/0024-after-the-decision.ts";
import { Migration0025Costs } from "./migrations/0025-costs.ts";
import { Migration0026Projects } from "./migrations/0026-projects.ts";
import { Migration0029SettingsAndCalendars } from "./migrations/0029-settings-and-calendars.ts";
import { Migration0027CallbacksAndSlips } from "./migrations/0027-callbacks-and-slips.ts";
import { Migration0028Indicators } from "./migrations/0028-indicators.ts";
import { Migration0031Publications } from "./migrations/0031-publications.ts";
import { Migration0032Keys } from "./migrations/0032-keys.ts";
import { Migration0033ChangeFeed } from "./migrations/0033-change-feed.ts";
import { Migration0034Webhooks } from "./migrations/0034-webhooks.ts";
import { Migration0035Imports } from "./migrations/0035-imports.ts";
import { Migration0036Presence } from "./migrations/0036-presence.ts";
import { Migration0037BoardTouch } from "./migrations/0037-board-touch.ts";
import { Migration0038OnePolicyOfEvents } from "./migrations/0038-one-policy-of-events.ts";
import { Migration0039RowsOfRows } from "./migrations/0039-rows-of-rows.ts";

/** Every migration, oldest first. Listed by hand: a bundle has no directory to scan. What is new goes into migration-names.ts, too. */
export const migrations: readonly { readonly name: MigrationName; readonly class: Constructor<Migration> }[] = [
  { name: "0001-places-people-cases", class: Migration0001PlacesPeopleCases },
  { name: "0002-row-level-security", class: Migration0002RowLevelSecurity },
  { name: "0003-rate-limits", class: Migration0003RateLimits },
  { name: "0004-accounts", class: Migration0004Accounts },
  { name: "0005-audit", class: Migration0005Audit },
  { name: "0006-personal-data", class: Migration0006PersonalData },
  { name: "0007-attachments", class: Migration0007Attachments },
  { name: "0008-people-and-roles", class: Migration0008PeopleAndRoles },
  { name: "0015-daily-counts", class: Migration0015DailyCounts },
  { name: "0016-called-to-a-case", class: Migration0016CalledToACase },
  { name: "0017-opinions", class: Migration0017Opinions },
  { name: "0018-points-and-days", class: Migration0018PointsAndDays },
  { name: "0019-meetings", class: Migration0019Meetings },
  { name: "0020-councils", class: Migration0020Councils },
  { name: "0021-talent-pool", class: Migration0021TalentPool },
  { name: "0022-mediations", class: Migration0022Mediations },
  { name: "0023-notices", class: Migration0023Notices },
  { name: "0024-after-the-decision", class: Migration0024AfterTheDecision },
  { name: "0025-costs", class: Migration0025Costs },
  { name: "0026-projects", class: Migration0026Projects },
  { name: "0027-callbacks-and-slips", class: Migration0027CallbacksAndSlips },
  { name: "0028-indicators", class: Migration0028Indicators },
  { name: "0029-settings-and-calendars", class: Migration0029SettingsAndCalendars },
  { name: "0031-publications", class: Migration0031Publications },
  { name: "0032-keys", class: Migration0032Keys },
  { name: "0033-change-feed", class: Migration0033ChangeFeed },
  { name: "0034-webhooks", class: Migration0034Webhooks },
  { name: "0035-imports", class: Migration0035Imports },
  { name: "0036-presence", class: Migration0036Presence },
  { name: "0037-board-touch", class: Migration0037BoardTouch },
  { name: "0038-one-policy-of-events", class: Migration0038OnePolicyOfEvents },
  { name: "0039-rows-of-rows", class: Migration0039RowsOfRows },
];
