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

/** Every migration, oldest first. Listed by hand: a bundle has no directory to scan. The names are stored. */
export const migrations = [
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
];
