import type { Step } from "./whole-life.ts";
import { grid, type TestCommunity } from "../testing/community.ts";

/** The mutations on collection points and contact days, each taking effect once, in the life of one point and two days. */
export function pointsLife(api: TestCommunity): readonly Step[] {
  const { people, pool } = api;
  const step = (as: Step["as"], mutation: string, prepare: () => Record<string, unknown> | Promise<Record<string, unknown>>): Step => ({ as, mutation, prepare: async () => ({ input: await prepare() }) });
  const described = () => ({
    name: "百货商店门口", kind: "SHOP_DOOR", place: { words: "商店门口右侧", compoundId: api.compoundId }, keeperId: people.member3, office: "社区居委会", officePhone: "0556-5500000",
    hours: [{ days: [1, 2], from: "08:00", to: "18:00" }], hoursWords: "随店营业",
  });
  const onPoint = async (more: object = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select id, version from collection_point order by id desc limit 1");
    return { id: rows[0].id, expectedVersion: rows[0].version, ...more };
  };
  const onDay = async (more: object = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select id, version from contact_day where state = 'PLANNED' order by date limit 1");
    return { id: rows[0].id, expectedVersion: rows[0].version, ...more };
  };
  const amended = () => ({ ...described(), name: "百货商店北门", kind: "SHARED_SPACE", place: { words: "北门", buildingId: api.sewerBuildingId }, keeperId: people.li, office: "第三网格", officePhone: "12345", hours: [], hoursWords: "每天" });
  return [
    step("li", "openPoint", () => ({ areaCode: grid(3), ...described() })),
    step("li", "amendPoint", () => onPoint({ point: amended() })),
    step("li", "closePoint", () => onPoint({ reason: "商店搬走了" })),
    step("li", "reopenPoint", () => onPoint()),
    step("li", "planContactDays", () => ({
      areaCode: grid(3), rule: { kind: "WEEKLY", weekday: 1, everyWeeks: 1 }, from: "2024-02-01", until: "2024-02-12", startsAt: "09:00", endsAt: "11:00",
      place: { words: "三号楼前", compoundId: api.compoundId }, dutyOfficerId: people.member3,
    })),
    step("li", "changeDuty", () => onDay({ dutyOfficerId: people.li })),
    step("li", "recordContactDay", () => onDay({ reached: 12, notes: "问晾衣架的多" })),
    step("li", "cancelContactDay", () => onDay({ reason: "暴雨" })),
  ];
}
