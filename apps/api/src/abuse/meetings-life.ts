import { uuidv7 } from "uuidv7";
import type { Step } from "./whole-life.ts";
import { atBench, Bench, makeDoors } from "../testing/bench.ts";
import { grid, type TestCommunity } from "../testing/community.ts";
import { done } from "../testing/verbs.ts";

/** The mutations on bench meetings, each taking effect once. Wang of grid 005 convenes. */
export function meetingsLife(api: TestCommunity): readonly Step[] {
  const { people, pool } = api;
  let doors: Record<string, string> = {};
  let bench = new Bench(api, "wang", "");
  const accepted = async (): Promise<string> => {
    const made = await makeDoors(api, api.sewerBuildingId, ["101", "102"]);
    ({ doors } = made);
    const given = { words: "楼道灯坏了", kind: "DIFFICULTY", place: { buildingId: api.sewerBuildingId, unitId: made.unitId }, channel: "PHONE", reporterId: await api.resident("许大爷") };
    const { id } = await done(api, "zhou", "collectOpinion", null, given);
    await done(api, "member5", "acceptCase", id, { kind: "DIFFICULTY", category: "assets.lighting", severity: "NORMAL" });
    return id;
  };
  const area = grid(5);
  const place = { words: "25号门口", buildingId: api.sewerBuildingId };
  const summons = async (): Promise<Record<string, unknown>> => ({ area, place, plannedFor: await api.clock.now(api.pool), agenda: [{ caseId: await accepted(), scope: "UNIT" }] });
  const summoned = async (more: Record<string, unknown> = {}): Promise<void> => {
    bench = new Bench(api, "wang", (await atBench(api, "wang", "summonMeeting", { ...(await summons()), ...more })).id);
  };
  const version = async (table: string, key: string): Promise<{ id: string; expectedVersion: number }> => {
    const { rows } = await pool.query(`select id, version from ${table} where ${key} = $1`, [bench.id]);
    return { id: rows[0].id, expectedVersion: rows[0].version };
  };
  const onMeeting = async (more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => ({ input: { ...(await version("bench_meeting", "id")), ...more } });
  const onItem = async (more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => ({ input: { ...(await version("agenda_item", "meeting_id")), ...more } });
  const seatOf = async (room: string): Promise<string> => (await bench.look()).attendance.find((a) => a.household?.room === room)?.id ?? "";
  const optionId = async (): Promise<string> => (await bench.item()).options[0]?.id ?? "";
  const step = (mutation: string, prepare: Step["prepare"], as: Step["as"] = "wang"): Step => ({ as, mutation, prepare });
  return [
    step("summonMeeting", async () => ({ input: { ...(await summons()), invitations: [{ of: "DEPARTMENT", subjectId: api.departments.fire, how: "PHONE" }] } })),
    step("recordMeeting", async () => ({ input: { area, place, heldAt: await api.clock.now(api.pool), agenda: [{ caseId: await accepted(), scope: "UNIT" }], recorderId: people.member5 } })),
    step("cancelMeeting", async () => {
      await summoned();
      return onMeeting({ reason: "下大雨" });
    }),
    step("addToAgenda", async () => {
      await summoned({ agenda: [] });
      return onMeeting({ entry: { caseId: await accepted(), scope: "UNIT" } });
    }),
    step("noteInvitation", async () => onMeeting({ invitations: [{ of: "HOUSEHOLD", subjectId: doors["102"], how: "IN_PERSON" }] })),
    step("openMeeting", () => onMeeting({ recorderId: people.member5 })),
    step("signInToMeeting", () => onMeeting({ seats: [{ as: "RESIDENT", householdId: doors["101"] }] })),
    step("removeAttendance", async () => onMeeting({ attendanceId: await seatOf("101") })),
    step("addAffected", async () => onItem({ households: [{ householdId: (await makeDoors(api, api.sewerBuildingId, ["301"])).doors["301"] }] })),
    step("nameCause", () => onItem({ words: "线路老化" }), "member5"),
    step("proposeOption", () => onItem({ words: "换成声控灯", proposedBy: "RESIDENT" }), "member5"),
    step("recordStatement", async () => {
      for (const room of ["101", "102"]) await bench.seat("RESIDENT", { householdId: doors[room] ?? "" });
      return onItem({ attendanceId: await seatOf("101"), words: "天黑看不见台阶" });
    }, "member5"),
    step("takePosition", async () => onItem({ positions: [{ attendanceId: await seatOf("101"), optionId: await optionId(), stance: "FOR", reason: "方便" }] }), "member5"),
    step("recuseAttendee", async () => onItem({ attendanceId: await seatOf("101"), reason: "灯是他家卖的" }), "member5"),
    step("endItemUnresolved", () => onItem()),
    step("resolveItem", async () => {
      await summoned();
      await bench.does("openMeeting");
      for (const room of ["101", "102"]) await bench.seat("RESIDENT", { householdId: doors[room] ?? "" });
      const option = await bench.option("换成声控灯");
      await bench.does("takePosition", { positions: [{ attendanceId: await seatOf("101"), optionId: option, stance: "FOR" }, { attendanceId: await seatOf("102"), optionId: option, stance: "ACCEPT" }] });
      return onItem();
    }),
    step("assignAction", () => onItem({ what: "买灯", ownerId: people.member5, ownerIsResident: false, dueOn: "2024-05-31" })),
    step("completeAction", async () => {
      const { rows } = await pool.query("select id from action_item where owner_id = $1", [people.member5]);
      return onItem({ actionId: rows[0].id });
    }, "member5"),
    step("holdMeeting", () => onMeeting({ minutes: uuidv7() })),
  ];
}
