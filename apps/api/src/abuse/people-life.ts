import { uuidv7 } from "uuidv7";
import type { Step } from "./whole-life.ts";
import { community, grid, type TestCommunity } from "../testing/community.ts";
import { done } from "../testing/verbs.ts";

const COUNTY = 340_802_000_000_000;

/** The mutations on people, accounts and personal data, each taking effect once. */
export function peopleLife(api: TestCommunity): readonly Step[] {
  const { people, pool } = api;
  const step = (as: Step["as"], mutation: string, prepare: () => Record<string, unknown> | Promise<Record<string, unknown>>): Step => ({
    as,
    mutation,
    prepare: async () => ({ input: await prepare() }),
  });
  const newcomer = async (): Promise<string> => {
    const id = uuidv7();
    await pool.query("insert into person (id, display_name, surname_mask, area_no) values ($1, '新来的', '新**', $2)", [id, COUNTY]);
    await pool.query("insert into role_assignment (id, person_id, role, area_code, area_no, from_date) values ($1, $2, 'MEDIATOR', $3, rpad($3, 15, '0')::int8, '2024-01-01')", [uuidv7(), id, community]);
    return id;
  };
  const photo = async (): Promise<string> => {
    const given = { words: "墙皮掉了", kind: "DIFFICULTY", place: { compoundId: api.compoundId }, channel: "PHONE" };
    const c = await done(api, "zhou", "collectOpinion", null, given);
    const id = uuidv7();
    await pool.query(
      `insert into attachment (id, case_id, area_no, kind, stage, name, media_type, bytes, sha256, store_key, added_by, added_as, added_at)
       select $1::uuid, id, area_no, 'PHOTO', 'BEFORE', '墙.jpg', 'image/jpeg', 1, sha256('x'), $1::text, $3, 'CLERK', collected_at from cases where id = $2`,
      [id, c.id, people.zhou],
    );
    return id;
  };
  const theirs = step("admin", "", () => ({ personId: people.member5 })).prepare;
  return [
    step("zhou", "removeAttachment", async () => ({ id: await photo() })),
    step("admin", "grantRole", () => ({ personId: people.member5, role: "MEDIATOR", areaCode: community, from: "2024-04-01", to: "2024-12-31" })),
    step("admin", "endRole", async () => {
      const { rows } = await pool.query("select id from role_assignment where person_id = $1 and role = 'MEDIATOR'", [people.member5]);
      return { assignmentId: rows[0].id, lastDay: "2024-06-30" };
    }),
    step("admin", "inviteWorker", () => ({ role: "BUILDING_HEAD", areaCode: grid(5), from: "2024-03-01", buildingId: api.sewerBuildingId, name: "新楼栋长", username: `new${uuidv7().slice(-8)}` })),
    step("admin", "inviteAccount", async () => ({ personId: await newcomer(), username: `new${uuidv7().slice(-8)}` })),
    { as: "admin", mutation: "disableAccount", prepare: theirs },
    { as: "admin", mutation: "enableAccount", prepare: theirs },
    { as: "admin", mutation: "unlockAccount", prepare: theirs },
    { as: "admin", mutation: "removeSecondFactor", prepare: theirs },
    { as: "admin", mutation: "resetPassword", prepare: theirs },
    step("chen", "nameStandIn", () => ({ absentId: people.member5, standInId: people.member3, from: "2024-04-01", to: "2024-04-20" })),
    step("chen", "endLeave", () => ({ absentId: people.member5, lastDay: "2024-04-10" })),
    step("chen", "setCommittee", () => ({
      communityCode: community, termFrom: "2024-01-01", termTo: "2026-12-31",
      members: [{ personId: people.chen, post: "SECRETARY" }, { personId: people.fu, post: "DEPUTY" }, { personId: people.zhou, post: "MEMBER" }],
    })),
    step("zhou", "setCouncil", () => ({
      areaCode: grid(3), name: "曹家巷小板凳议事团", convenerId: people.member3, from: "2024-01-01",
      members: [people.member3, people.li, people.zhang].map((personId) => ({ personId, category: "OTHER" })),
    })),
    step("zhou", "endCouncil", async () => {
      const { rows } = await pool.query("select id, version from council where area_code = $1 and to_date is null", [grid(3)]);
      return { id: rows[0].id, expectedVersion: rows[0].version, lastDay: "2030-12-31" };
    }),
    step("zhou", "revealPersonalData", async () => ({ personId: await api.resident("赵大爷"), reason: "上门前核对电话", fields: ["NAME", "PHONE"] })),
    step("zhou", "exportPerson", async () => ({ personId: await api.resident("赵大爷"), reason: "本人来要一份" })),
    step("zhou", "erasePerson", async () => ({ personId: await api.resident("赵大爷"), reason: "本人要求删除" })),
  ];
}
