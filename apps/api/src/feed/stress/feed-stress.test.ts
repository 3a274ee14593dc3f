import { inject, expect, it } from "vitest";
import { stressFeed } from "./feed-stress.ts";
import { APP_ROLE } from "../../database/app-role.ts";
import { createTestDatabase } from "../../database/embedded/test-postgres.ts";
import { urlAs } from "../../database/migrate.ts";
import { TEST_APP_PASSWORD } from "../../testing/test-ground.ts";

// FEED_COMMITS=100000 FEED_KILLS=20 is the size of R4 (pnpm feed:stress).
const commits = Number(process.env["FEED_COMMITS"] ?? 1500);
const kills = Number(process.env["FEED_KILLS"] ?? 4);

it("R4: no event is missed, none repeated and none out of order, though sequencers and writers are killed", async () => {
  const url = urlAs(await createTestDatabase(inject("postgresUrl"), inject("postgresTemplate")), APP_ROLE, TEST_APP_PASSWORD);
  const result = await stressFeed({ url, commits, writers: commits > 10_000 ? 32 : 8, sequencers: 3, kills });
  if (commits > 10_000) process.stdout.write(`${JSON.stringify(result)}\n`);
  expect(result).toMatchObject({ missed: 0, repeated: 0, gaps: 0, kills });
  expect(result.committed).toBeGreaterThan(commits);
}, 900_000);
