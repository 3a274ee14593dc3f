import { randomBytes } from "node:crypto";
import pg from "pg";
import { openAuth } from "../src/access/auth.ts";
import { openLog } from "../src/http/log.ts";

/** What the server under measurement is started with, and the passwords of the bench's people are stored with. */
export const benchSecret = randomBytes(24).toString("base64url");
const password = "板凳会-only-for-measuring-2026";

/** Who asks: the secretary of each community (`secretary.340802001001`), and one officer of the district (`officer`). */
export const officer = "officer";
export const secretaryOf = (community: string): string => `secretary.${community}`;

/** Makes people, roles and accounts where they are missing. `url` is the owner's, `appUrl` the program's. */
export async function ensurePeople(url: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const auth = await openAuth({ url: appUrl, secret: benchSecret, baseUrl: "http://127.0.0.1", log: openLog("warn"), signInsPerMinute: 1_000, secondFactor: "nobody" });
  try {
    const { rows: areas } = await client.query<{ code: string; no: string; kind: string }>("select code, no::text, kind from area where kind in ('COMMUNITY', 'DISTRICT') order by code");
    const { rows: known } = await client.query<{ username: string }>(`select username from auth."user"`);
    for (const { code, no, kind } of areas) {
      const username = kind === "DISTRICT" ? officer : secretaryOf(code);
      if (known.some((one) => one.username === username)) continue;
      const { rows } = await client.query<{ id: string }>("insert into person (id, display_name, surname_mask, area_no) values (uuidv7(), '测某', '测某', $1) returning id", [no]);
      const personId = rows[0]?.id ?? "";
      await client.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values (uuidv7(), $1, $2, $3, $4, '2016-01-01')", [personId, kind === "DISTRICT" ? "DISTRICT_OFFICER" : "SECRETARY", code, no]);
      await auth.createAccount({ username, password, personId, name: username });
    }
  } finally {
    await auth.close();
    await client.end();
  }
}

/** Signs somebody in over HTTP. @returns the Cookie header @throws Error when it is refused */
export async function signIn(server: string, username: string): Promise<string> {
  const response = await fetch(`${server}/api/auth/sign-in/username`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username, password }) });
  if (!response.ok) throw new Error(`${username} cannot sign in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]).join("; ");
}
