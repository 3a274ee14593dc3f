import { Migration0001PlacesPeopleCases } from "./migrations/0001-places-people-cases.ts";
import { Migration0002RowLevelSecurity } from "./migrations/0002-row-level-security.ts";
import { Migration0003RateLimits } from "./migrations/0003-rate-limits.ts";
import { Migration0004Accounts } from "./migrations/0004-accounts.ts";
import { Migration0005Audit } from "./migrations/0005-audit.ts";
import { Migration0006PersonalData } from "./migrations/0006-personal-data.ts";
import { Migration0007Attachments } from "./migrations/0007-attachments.ts";
import { Migration0008PeopleAndRoles } from "./migrations/0008-people-and-roles.ts";
import { Migration0015DailyCounts } from "./migrations/0015-daily-counts.ts";
import { Migration0016HelpersAndStreams } from "./migrations/0016-helpers-and-streams.ts";

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
  { name: "0016-helpers-and-streams", class: Migration0016HelpersAndStreams },
];
