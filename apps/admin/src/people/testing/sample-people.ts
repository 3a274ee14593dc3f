import type { PersonShownFragment } from "../../graphql/graphql.ts";

type Role = PersonShownFragment["roles"][number];
type Account = NonNullable<PersonShownFragment["account"]>;

export const community = "340802001007";
export const grid = "340802001007003";

export const role = (id: string, given: Partial<Role> & Pick<Role, "role">): Role & { __typename: string } => ({
  __typename: "RoleHeld", id, areaCode: community, areaName: "天后宫社区", from: "2023-01-01", to: null, inForce: true, of: null, standsInFor: null, standsInForName: null, ...given,
});

export const account = (username: string, given: Partial<Account> = {}): Account & { __typename: string } => ({
  __typename: "Account", username, state: "ACTIVE", lastSignInAt: "2024-05-05T01:00:00.000Z", secondFactor: false, lockedUntil: null, ...given,
});

export const person = (id: string, name: string, roles: readonly Role[], given: Account | null = null, areaCode = community): PersonShownFragment & { __typename: string } => ({
  __typename: "PersonRecord", id, name, areaCode, roles: [...roles], account: given,
});

/** A secretary, who is away; the grid head who stands in for her; a clerk; a grid member who is locked out; one invited; one of before. */
export const chenShown = person("person-chen", "陈书记", [role("r-chen", { role: "SECRETARY" })], account("chen"));
export const liShown = person("p-li", "李网格长", [role("r-li", { role: "GRID_HEAD", areaCode: grid, areaName: "曹家巷网格" })], account("li"));
export const deputyOfChen = role("r-deputy", { role: "DEPUTY", from: "2024-05-06", to: "2024-05-10", standsInFor: "r-chen", standsInForName: "陈书记" });
export const zhouShown = person("p-zhou", "小周", [role("r-zhou", { role: "CLERK" })], account("zhou", { secondFactor: true }));
export const heShown = person("p-he", "小何", [role("r-he", { role: "GRID_MEMBER", areaCode: grid, areaName: "曹家巷网格" })], account("he", { lockedUntil: "2024-05-06T04:30:00.000Z" }));
export const xinShown = person("p-xin", "新网格员", [role("r-xin", { role: "GRID_MEMBER", areaCode: grid, areaName: "曹家巷网格" })], account("xin", { state: "INVITED", lastSignInAt: null }));
const oldShown = person("p-old", "老吴", [role("r-old", { role: "CLERK", from: "2020-01-01", to: "2022-12-31", inForce: false })]);
export const everybody = [oldShown, liShown, xinShown, heShown, zhouShown, chenShown];

export const peoplePage = (nodes: readonly PersonShownFragment[], endCursor: string | null = null) => ({
  people: { __typename: "PersonRecordConnection", nodes, pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor } },
});

/** What a verb on people answers. */
export const answer = (verb: string, shown: PersonShownFragment | null, more: object = {}) => ({
  [verb]: { __typename: `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`, person: shown, refusal: null, ...more },
});

export const refusedVerb = (verb: string, code: string, path: string | null, message: string, more: object = {}) =>
  answer(verb, null, { ...more, refusal: { __typename: "Refusal", code, message, path } });

const below: Record<string, [string, string][]> = {
  "340802": [["340802001", "人民路街道"]],
  "340802001": [[community, "天后宫社区"], ["340802001008", "高井头社区"]],
  [community]: [["340802001007000", "未定网格"], [grid, "曹家巷网格"]],
};

/** The areas one step below an area. */
export const areaStep = ({ code }: Record<string, unknown>) => ({
  area: { __typename: "Area", code, name: "", children: (below[String(code)] ?? []).map(([own, name]) => ({ __typename: "Area", code: own, name })) },
});
