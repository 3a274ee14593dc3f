import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-06", "09:00"));
  // Two administrators: nobody grants himself anything, and the last one stays.
  const id = uuidv7();
  await api.pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '管理员乙', '管某', 340802000000000)", [id]);
  await api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'SYSTEM_ADMIN', '340802', 340802000000000, '2023-01-01')", [uuidv7(), id]);
});
afterAll(() => api.stop());

const record = "id name areaCode roles { id role areaCode areaName from to inForce of standsInFor standsInForName } account { username state secondFactor }";

interface Record {
  readonly id: string;
  readonly roles: readonly { id: string; role: string; areaCode: string; from: string; to: string | null; inForce: boolean; standsInFor: string | null; standsInForName: string | null }[];
  readonly account: { username: string; state: string } | null;
}
interface Answer {
  readonly person: Record | null;
  readonly link?: { path: string; expiresAt: string } | null;
  readonly refusal: { code: string; path: string | null; message: string } | null;
}

async function tell(as: Username, verb: string, input: object, { link = false, type = verb }: { link?: boolean; type?: string } = {}): Promise<Answer> {
  const name = `${type.charAt(0).toUpperCase()}${type.slice(1)}Input`;
  const { data, errors } = await api.graphql(
    `mutation ($input: ${name}!) { answer: ${verb}(input: $input) { person { ${record} } ${link ? "link { path expiresAt }" : ""} refusal { code path message } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return data.answer as Answer;
}

async function refusalOf(as: Username, verb: string, input: object, type = verb): Promise<string | undefined> {
  return (await tell(as, verb, input, { type })).refusal?.code;
}

const rolesOf = async (as: string): Promise<string[]> => {
  const { data } = await api.graphql("{ viewer { roles { role } can { action areas } } }", {}, { as });
  return data.viewer.roles.map(({ role }: { role: string }) => role);
};

describe("roles", () => {
  it("a role that is given holds with the next request, and is gone with the next after it ended", async () => {
    const given = await tell("admin", "grantRole", { personId: api.people.member3, role: "MEDIATOR", areaCode: community, from: "2024-05-06" });
    expect(given.refusal).toBeNull();
    expect(await rolesOf("member3")).toEqual(["GRID_MEMBER", "MEDIATOR"]);
    const assignmentId = given.person?.roles.find(({ role }) => role === "MEDIATOR")?.id;
    const ended = await tell("admin", "endRole", { assignmentId, lastDay: "2024-05-05" });
    expect(ended.refusal).toBeNull();
    expect(await rolesOf("member3")).toEqual(["GRID_MEMBER"]);
    const { rows } = await api.pool.query("select type, seq from event where stream_kind = 'PERSON' and stream_id = $1 order by seq", [api.people.member3]);
    expect(rows).toEqual([{ type: "ROLE_GRANTED", seq: 1 }, { type: "ROLE_ENDED", seq: 2 }]);
  });

  it("C30: nobody grants himself a role, and only an administrator of the area grants", async () => {
    const to = (personId: string) => ({ personId, role: "CLERK", areaCode: community, from: "2024-05-06" });
    expect(await refusalOf("admin", "grantRole", to(api.people.admin))).toBe("GRANT_TO_SELF");
    expect(await refusalOf("chen", "grantRole", to(api.people.li))).toBe("FORBIDDEN_RIGHT");
    expect(await refusalOf("admin", "grantRole", { ...to(api.people.li), areaCode: "340803001001" })).toBe("FORBIDDEN_RIGHT");
    expect(await refusalOf("admin", "grantRole", to(uuidv7()))).toBe("UNKNOWN_PERSON");
    expect(await rolesOf("admin")).toEqual(["SYSTEM_ADMIN"]);
  });

  it("no two secretaries in one community, also when both are granted at once and past the rules", async () => {
    const wanted = (personId: string) => ({ personId, role: "SECRETARY", areaCode: community, from: "2025-01-01", to: "2025-12-31" });
    expect(await refusalOf("admin", "grantRole", wanted(api.people.fu))).toBe("TWO_SECRETARIES");
    await api.pool.query("update role_assignment set to_date = '2024-12-31' where person_id = $1", [api.people.chen]);
    const both = await Promise.all([tell("admin", "grantRole", wanted(api.people.fu)), tell("admin", "grantRole", wanted(api.people.zhou))]);
    expect(both.map(({ refusal }) => refusal?.code ?? null).toSorted()).toEqual(["TWO_SECRETARIES", null]);
    const direct = api.pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'SECRETARY', $3, 340802001007000, '2025-06-01')", [
      uuidv7(), api.people.li, community,
    ]);
    await expect(direct).rejects.toThrow("one_secretary");
    await api.pool.query("delete from role_assignment where role = 'SECRETARY' and from_date = '2025-01-01'");
    await api.pool.query("update role_assignment set to_date = null where person_id = $1", [api.people.chen]);
  });

  it("a district keeps an administrator, and nobody ends his own", async () => {
    const own = (await api.pool.query("select id from role_assignment where person_id = $1", [api.people.admin])).rows[0].id;
    expect(await refusalOf("admin", "endRole", { assignmentId: own, lastDay: "2024-05-06" })).toBe("OWN_ADMIN_ROLE");
    expect(await refusalOf("admin", "endRole", { assignmentId: uuidv7(), lastDay: "2024-05-06" })).toBe("NOT_FOUND");
  });
});

describe("leave", () => {
  it("whoever stands in for the secretary is a deputy for those days: he whistles, and adopting waits", async () => {
    const named = await tell("admin", "nameStandIn", { absentId: api.people.chen, standInId: api.people.li, from: "2024-05-06", to: "2024-05-10" });
    expect(named.refusal).toBeNull();
    expect(named.person?.id).toBe(api.people.chen);
    expect(await rolesOf("li")).toEqual(["GRID_HEAD", "DEPUTY"]);
    const { data } = await api.graphql(`{ people(areas: ["${community}"], first: 50) { nodes { ${record} } } }`, {}, { as: "admin" });
    const deputy = (data.people.nodes as Record[]).find(({ id }) => id === api.people.li)?.roles.find(({ role }) => role === "DEPUTY");
    expect(deputy).toMatchObject({ from: "2024-05-06", to: "2024-05-10", standsInForName: "陈书记", inForce: true });
    expect(await refusalOf("admin", "nameStandIn", { absentId: api.people.chen, standInId: api.people.wang, from: "2024-05-08", to: "2024-05-09" })).toBe("STOOD_IN_ALREADY");
    api.clock.set(shanghai("2024-05-11", "00:00"));
    expect(await rolesOf("li")).toEqual(["GRID_HEAD"]);
    api.clock.set(shanghai("2024-05-06", "10:00"));
  });

  it("ends early, and is nobody's own to arrange", async () => {
    expect(await refusalOf("li", "endLeave", { absentId: api.people.chen, lastDay: "2024-05-05" })).toBe("FORBIDDEN_RIGHT");
    expect((await tell("admin", "endLeave", { absentId: api.people.chen, lastDay: "2024-05-05" })).refusal).toBeNull();
    expect(await rolesOf("li")).toEqual(["GRID_HEAD"]);
    expect(await refusalOf("chen", "nameStandIn", { absentId: api.people.chen, standInId: api.people.fu, from: "2024-06-01", to: "2024-06-02" })).toBe("OWN_LEAVE");
    expect((await tell("chen", "nameStandIn", { absentId: api.people.zhou, standInId: api.people.li, from: "2024-06-01", to: "2024-06-02" })).refusal).toBeNull();
  });
});

it("the Party committee of a community has its members and a term", async () => {
  const set = (as: Username, members: readonly { personId: string; post: string }[]) =>
    api.graphql(
      `mutation ($input: SetCommitteeInput!) { setCommittee(input: $input) { committee { communityCode termFrom termTo members { post person { name } } } refusal { code } } }`,
      { input: { idempotencyKey: uuidv7(), communityCode: community, termFrom: "2024-01-01", termTo: "2028-12-31", members } },
      { as },
    );
  const members = [
    { personId: api.people.zhou, post: "MEMBER" },
    { personId: api.people.chen, post: "SECRETARY" },
    { personId: api.people.fu, post: "DEPUTY" },
  ];
  expect((await set("zhou", members)).data.setCommittee.refusal.code).toBe("FORBIDDEN_RIGHT");
  expect((await set("chen", members.slice(0, 2))).data.setCommittee.refusal.code).toBe("COMMITTEE_SIZE");
  const { data } = await set("chen", members);
  expect(data.setCommittee.committee.members.map(({ post, person }: { post: string; person: { name: string } }) => `${post} ${person.name}`)).toEqual(["SECRETARY 陈书记", "DEPUTY 副书记", "MEMBER 小周"]);
  const read = await api.graphql(`{ committee(communityCode: "${community}") { termTo members { post } } }`, {}, { as: "member5" });
  expect(read.data.committee).toMatchObject({ termTo: "2028-12-31" });
});

describe("accounts", () => {
  it("somebody new is invited, chooses a password by the link, and signs in; the link works once", async () => {
    const input = { name: "新网格员", username: "Xin.5", role: "GRID_MEMBER", areaCode: grid(5), from: "2024-05-06" };
    const key = uuidv7();
    const { person, link, refusal } = await tell("admin", "inviteWorker", { ...input, idempotencyKey: key }, { link: true });
    expect(refusal).toBeNull();
    expect(person).toMatchObject({ name: "新网格员", account: { username: "xin.5", state: "INVITED" } });
    expect(link?.path).toMatch(/^\/welcome#[\w-]{40,}$/);
    expect((await tell("admin", "inviteWorker", { ...input, idempotencyKey: key }, { link: true })).link).toBeNull();
    const { rows } = await api.pool.query("select response::text from idempotency where key = $1", [key]);
    expect(rows[0].response).not.toContain(link?.path.split("#")[1]);

    const token = link?.path.split("#")[1];
    const accept = () => api.fetch("/api/auth/accept-invitation", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token, newPassword: "一个很长的新密码 2024" }) });
    expect((await accept()).status).toBe(200);
    expect((await accept()).status).toBeGreaterThanOrEqual(400);
    const signedIn = await api.fetch("/api/auth/sign-in/username", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username: "xin.5", password: "一个很长的新密码 2024" }) });
    expect(signedIn.status).toBe(200);
  });

  it("C26: a disabled account is refused with the next request, and no administrator disables his own", async () => {
    const cookie = await api.signIn("member5");
    const ask = () => api.graphql("{ viewer { username } }", {}, { headers: { cookie } });
    expect((await ask()).status).toBe(200);
    expect(await refusalOf("admin", "disableAccount", { personId: api.people.admin }, "account")).toBe("OWN_ACCOUNT");
    expect(await refusalOf("chen", "disableAccount", { personId: api.people.member5 }, "account")).toBe("FORBIDDEN_RIGHT");
    expect((await tell("admin", "disableAccount", { personId: api.people.member5 }, { type: "account" })).person?.account?.state).toBe("DISABLED");
    expect((await ask()).status).toBe(401);
    expect((await tell("admin", "enableAccount", { personId: api.people.member5 }, { type: "account" })).person?.account?.state).toBe("ACTIVE");
    expect((await ask()).status).toBe(401);
  });

  it("are seen by whoever keeps them, roles by the secretary too, and neither by others", async () => {
    const ask = async (as: Username) => (await api.graphql(`{ people(areas: ["340802"], first: 100) { nodes { ${record} } } }`, {}, { as })).data.people.nodes as Record[];
    expect((await ask("admin")).find(({ id }) => id === api.people.zhou)?.account).toMatchObject({ username: "zhou", state: "ACTIVE" });
    const known = await ask("chen");
    expect(known.length).toBeGreaterThan(3);
    expect(known.every(({ account }) => account === null)).toBe(true);
    expect(known.some(({ id }) => id === api.people.neighbour)).toBe(false);
    expect(await ask("zhou")).toEqual([]);
  });
});

it("viewer.can names what somebody may do, and where", async () => {
  const { data } = await api.graphql("{ viewer { stage can { action areas } } }", {}, { as: "admin" });
  expect(data.viewer.stage).toBe("FULL");
  expect(data.viewer.can).toContainEqual({ action: "MANAGE_ACCOUNTS", areas: ["340802"] });
  expect(data.viewer.can.some(({ action }: { action: string }) => action === "READ_CASES")).toBe(false);
});
