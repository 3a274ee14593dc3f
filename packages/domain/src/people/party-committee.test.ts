import { expect, it } from "vitest";
import { decideSetCommittee, type PartyCommittee, type Post } from "./party-committee.ts";
import { peopleStreams } from "./people-events.ts";
import { isRefusal } from "../refusal.ts";
import * as people from "../testing/people.ts";
import { peopleFacts } from "../testing/roles.ts";

const members = (...list: Post[]) => list.map((post, i) => ({ personId: `p-${i}`, post }));
const committee: PartyCommittee = { communityCode: people.community, termFrom: "2021-03-01", termTo: "2026-02-28", members: members("SECRETARY", "DEPUTY", "MEMBER") };
const code = (more: Partial<PartyCommittee> = {}, viewer = people.chen) => {
  const decided = decideSetCommittee({ ...committee, ...more }, peopleFacts(viewer));
  return isRefusal(decided) ? decided.code : null;
};

it("is recorded as it was elected, in a stream of its own", () => {
  expect(decideSetCommittee(committee, peopleFacts(people.chen))).toEqual({ type: "COMMITTEE_SET", payload: committee });
  expect(Object.entries(peopleStreams).filter(([, stream]) => stream === "COMMITTEE").map(([type]) => type)).toEqual(["COMMITTEE_SET"]);
});

it("is set by secretary, street or administrator, where they are", () => {
  for (const viewer of [people.chen, people.streetOfficer, people.admin]) expect(code({}, viewer)).toBeNull();
  for (const viewer of [people.deputy, people.zhou, people.districtOfficer, people.key]) expect(code({}, viewer)).toBe("FORBIDDEN_RIGHT");
  expect(code({ communityCode: "340802001008" })).toBe("FORBIDDEN_RIGHT");
  expect(code({ communityCode: people.street }, people.streetOfficer)).toBe("NOT_A_COMMUNITY");
  expect(code({ communityCode: people.grid003 })).toBe("NOT_A_COMMUNITY");
});

it("has exactly one secretary, nobody twice, three to nine members", () => {
  expect(code({ members: members("DEPUTY", "MEMBER", "MEMBER") })).toBe("COMMITTEE_ONE_SECRETARY");
  expect(code({ members: members("SECRETARY", "SECRETARY", "MEMBER") })).toBe("COMMITTEE_ONE_SECRETARY");
  expect(code({ members: [...members("SECRETARY", "MEMBER"), { personId: "p-1", post: "DEPUTY" }] })).toBe("COMMITTEE_PERSON_TWICE");
  expect(code({ members: members("SECRETARY", "MEMBER") })).toBe("COMMITTEE_SIZE");
  const nine = members("SECRETARY", ...Array.from({ length: 8 }, (): Post => "MEMBER"));
  expect(code({ members: nine })).toBeNull();
  expect(code({ members: [...nine, { personId: "tenth", post: "MEMBER" }] })).toBe("COMMITTEE_SIZE");
});

it("has a term of five years at most, on days that exist, in order", () => {
  expect(code({ termTo: "2026-03-01" })).toBe("COMMITTEE_TERM_TOO_LONG");
  expect(code({ termFrom: "2024-02-29", termTo: "2029-02-27" })).toBeNull();
  expect(code({ termFrom: "2024-02-29", termTo: "2029-02-28" })).toBe("COMMITTEE_TERM_TOO_LONG");
  expect(code({ termTo: "2021-02-28" })).toBe("PERIOD_REVERSED");
  expect(code({ termFrom: "2021-02-29" })).toBe("DATE_INVALID");
});
