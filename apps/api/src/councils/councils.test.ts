import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { conditions } from "../access/scope.ts";
import { community, grid, startCommunity, type TestCommunity, type Username } from "../testing/community.ts";
import { done, refused, shanghai } from "../testing/verbs.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(shanghai("2024-05-06", "09:00"));
});
afterAll(() => api.stop());

const shown = "id version areaCode areaName name from to inForce convener { id name } members { personId category from to inForce person { id name } }";

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly to: string | null;
  readonly inForce: boolean;
  readonly convener: { name: string } | null;
  readonly members: readonly { personId: string; category: string; from: string; person: { name: string } | null }[];
}
interface Answer {
  readonly council: Shown | null;
  readonly refusal: { code: string; path: string | null; currentVersion: number | null } | null;
}

async function tell(as: Username, verb: "setCouncil" | "endCouncil", input: object): Promise<Answer> {
  const { data, errors } = await api.graphql(
    `mutation ($input: ${verb === "setCouncil" ? "SetCouncilInput" : "EndCouncilInput"}!) { answer: ${verb}(input: $input) { council { ${shown} } refusal { code path currentVersion } } }`,
    { input: { idempotencyKey: uuidv7(), ...input } },
    { as },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.answer as Answer;
}

async function list(as: Username, areas: string[], more = "first: 100"): Promise<Shown[]> {
  const { data, errors } = await api.graphql(`query ($areas: [ID!]!) { councils(areas: $areas, ${more}) { nodes { ${shown} } } }`, { areas }, { as });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.councils.nodes;
}

const convenes = async (as: Username): Promise<string[]> => (await api.graphql("{ viewer { convenes } }", {}, { as })).data.viewer.convenes;
const of = (...people: string[]) => people.map((personId, i) => ({ personId, category: ["RETIRED_PARTY_MEMBER", "WARM_HEARTED_RESIDENT", "PROPERTY"][i % 3] }));
const input = (more: object = {}) => ({
  areaCode: grid(3), name: "曹家巷小板凳议事团", convenerId: api.people.member3, from: "2024-05-01", members: of(api.people.zhang, api.people.li, api.people.member3), ...more,
});

async function acceptedIn(n: 3 | 5): Promise<string> {
  const place = n === 3 ? { compoundId: api.compoundId } : { buildingId: api.sewerBuildingId };
  const c = await done(api, n === 3 ? "member3" : "member5", "collectOpinion", null, { words: "楼道里堆满了东西", kind: "DIFFICULTY", place, channel: "VISIT" });
  await done(api, n === 3 ? "li" : "wang", "acceptCase", c.id, { kind: "DIFFICULTY", category: "assets.stairwell", severity: "NORMAL" });
  return c.id;
}

describe("a bench council", () => {
  it("is set up, seen in its community with residents masked, and nowhere else", async () => {
    const resident = await api.resident("鲁大妈");
    const answer = await tell("zhou", "setCouncil", input({ areaCode: grid(1), convenerId: api.people.zhou, members: of(api.people.zhang, resident, api.people.li) }));
    expect(answer).toMatchObject({ refusal: null, council: { version: 1, name: "曹家巷小板凳议事团", inForce: true, convener: { name: "小周" } } });
    expect(answer.council?.members.map((m) => [m.person?.name, m.category, m.from])).toEqual([["老张", "RETIRED_PARTY_MEMBER", "2024-05-01"], ["鲁某", "WARM_HEARTED_RESIDENT", "2024-05-01"], ["李网格长", "PROPERTY", "2024-05-01"]]);
    expect((await list("member5", [community])).map(({ id }) => id)).toEqual([answer.council?.id]);
    expect(await list("neighbour", [community])).toEqual([]);
    const { rows } = await api.pool.query("select type, payload::text as payload, area_no from event where stream_kind = 'COUNCIL' and stream_id = $1", [answer.council?.id]);
    expect(rows).toEqual([{ type: "COUNCIL_SET", payload: expect.not.stringMatching(/曹家巷|鲁/), area_no: 340_802_001_007_001 }]);
  });

  it("is refused by those without the right, twice for an area, with strangers, and under an old version", async () => {
    for (const as of ["li", "member3", "street", "admin"] as const) expect((await tell(as, "setCouncil", input())).refusal?.code, as).toBe("FORBIDDEN_RIGHT");
    expect((await tell("neighbour", "setCouncil", input())).refusal?.code).toBe("FORBIDDEN_RIGHT");
    expect((await tell("zhou", "setCouncil", input({ members: of(api.people.zhang, api.people.li, uuidv7()) }))).refusal).toMatchObject({ code: "UNKNOWN_PERSON", path: "members" });
    expect((await tell("zhou", "setCouncil", input({ convenerId: api.people.wang }))).refusal?.code).toBe("COUNCIL_CONVENER_ROLE");
    expect((await tell("zhou", "setCouncil", input({ areaCode: "hier" }))).refusal?.code).toBe("COUNCIL_AREA_WRONG");
    expect((await tell("zhou", "setCouncil", input({ areaCode: grid(9), convenerId: api.people.zhou }))).refusal?.code).toBe("COUNCIL_AREA_WRONG");
    const first = await tell("zhou", "setCouncil", input({ areaCode: grid(2), convenerId: api.people.zhou }));
    expect((await tell("zhou", "setCouncil", input({ areaCode: grid(2), convenerId: api.people.zhou }))).refusal?.code).toBe("COUNCIL_OVERLAPS");
    const anew = input({ areaCode: grid(2), convenerId: api.people.chen, id: first.council?.id, expectedVersion: 1, to: "2026-04-30" });
    expect((await tell("zhou", "setCouncil", anew)).council).toMatchObject({ id: first.council?.id, version: 2, convener: { name: "陈书记" }, to: "2026-04-30" });
    expect((await tell("zhou", "setCouncil", anew)).refusal).toMatchObject({ code: "CONFLICT", currentVersion: 2 });
    expect((await tell("neighbour", "endCouncil", { id: first.council?.id, expectedVersion: 2, lastDay: "2024-12-31" })).refusal?.code).toBe("NOT_FOUND");
  });

  it("is over after its last day, and then stands in the list only when that is asked for", async () => {
    const { council } = await tell("zhou", "setCouncil", input({ areaCode: community, name: "社区议事团", convenerId: api.people.chen }));
    const ended = await tell("fu", "endCouncil", { id: council?.id, expectedVersion: 1, lastDay: "2024-05-05" });
    expect(ended.council).toMatchObject({ version: 2, inForce: false, to: "2024-05-05", name: "社区议事团" });
    expect((await list("zhou", [community])).map(({ name }) => name)).not.toContain("社区议事团");
    expect((await list("zhou", [community], "first: 100, over: true")).map(({ name }) => name)).toContain("社区议事团");
    expect((await tell("zhou", "setCouncil", input({ areaCode: community, id: council?.id, expectedVersion: 2, convenerId: api.people.chen }))).refusal?.code).toBe("COUNCIL_OVER");
  });
});

describe("its convener", () => {
  it("deliberates a case of that grid without leading anything there, today and nobody else", async () => {
    const id = await acceptedIn(3);
    const elsewhere = await acceptedIn(5);
    expect(await convenes("member3")).toEqual([]);
    expect(await refused(api, "member3", "deliberateCase", id, { where: "3号楼前" })).toBe("FORBIDDEN_ROLE");
    const { council } = await tell("zhou", "setCouncil", input());
    expect(await convenes("member3")).toEqual([grid(3)]);
    expect(await convenes("li")).toEqual([]);
    // A member of the council, and the grid member of another grid, stay what they were.
    expect(await refused(api, "member5", "deliberateCase", elsewhere, { where: "5号楼前" })).toBe("FORBIDDEN_ROLE");
    expect((await done(api, "member3", "deliberateCase", id, { where: "3号楼前" })).status).toBe("DELIBERATING");
    const second = await acceptedIn(3);
    await tell("zhou", "endCouncil", { id: council?.id, expectedVersion: 1, lastDay: "2024-05-05" });
    expect(await convenes("member3")).toEqual([]);
    expect(await refused(api, "member3", "deliberateCase", second, { where: "3号楼前" })).toBe("FORBIDDEN_ROLE");
  });

  it("convenes no longer once the role in that scope has ended", async () => {
    await tell("zhou", "setCouncil", input({ areaCode: grid(5), convenerId: api.people.member5 }));
    expect(await convenes("member5")).toEqual([grid(5)]);
    await api.pool.query("update role_assignment set to_date = '2024-05-05' where person_id = $1", [api.people.member5]);
    expect(await convenes("member5")).toEqual([]);
    await api.pool.query("update role_assignment set to_date = null where person_id = $1", [api.people.member5]);
  });
});

it("is kept to its community by the queries and by the database, each alone", async () => {
  conditions.on = false;
  try {
    expect(await list("neighbour", [community], "first: 100, over: true")).toEqual([]);
    expect((await list("zhou", [community], "first: 100, over: true")).length).toBeGreaterThan(2);
  } finally {
    conditions.on = true;
  }
  const open = await startCommunity(shanghai("2024-05-06", "09:00"), { withoutRowSecurity: true });
  try {
    await open.pool.query("insert into council (id, area_code, area_no, version, name, convener_id, from_date) values ($1, $2, rpad($2, 15, '0')::int8, 1, '议事团', $3, '2024-01-01')", [uuidv7(), grid(3), open.people.li]);
    const seen = async (as: Username) => (await open.graphql(`{ councils(areas: ["${community}"], first: 10) { nodes { id } } }`, {}, { as })).data.councils.nodes.length;
    expect([await seen("zhou"), await seen("neighbour")]).toEqual([1, 0]);
  } finally {
    await open.stop();
  }
});
