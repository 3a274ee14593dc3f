import type { Step } from "./whole-life.ts";
import type { TestCommunity } from "../testing/community.ts";
import { done, shanghai } from "../testing/verbs.ts";

const plan = {
  title: "曹家巷共享晾衣架", problem: "没有地方晾晒", goal: "有安全的晾晒点", measures: "安装共享晾衣架", budgetFen: 1_850_000,
  deliverables: [{ id: "racks", name: "共享晾衣架", planned: 5 }],
  milestones: [{ id: "site", title: "选址", weight: 100, dueOn: "2024-04-30" }],
  funds: [{ name: "党群经费", fen: 1_850_000 }],
};

/** What the life of a project needs of the cases around it. */
interface Around {
  /** The arguments of a verb on a case. */
  on(id: string, more?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Collects something dangerous, which is at the community at once. */
  danger(): Promise<string>;
  reporter(id: string): Promise<string>;
  /** Does a mutation for good. */
  send(by: Pick<Step, "as" | "mutation">, args: Record<string, unknown>): Promise<void>;
}

/** The mutations on projects, each taking effect once. */
export function projectsLife(api: TestCommunity, { on, danger, reporter, send }: Around): readonly Step[] {
  const { people, pool } = api;
  let adoptedCase = "";
  const named = async (title: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    const { rows } = await pool.query("select id, version from secretary_project where title = $1", [title]);
    return { input: { id: rows[0].id, expectedVersion: rows[0].version, ...more } };
  };
  const project = (more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => named(plan.title, more);
  const other = { ...plan, title: "另一个项目" };
  const step = (as: Step["as"], mutation: string, prepare: Step["prepare"]): Step => ({ as, mutation, prepare });
  const holds = async (personId: string, role: string): Promise<void> => {
    await pool.query("update role_assignment set role = $2 where person_id = $1 and area_code = '340802001007'", [personId, role]);
  };
  const objectionId = async (): Promise<string> => (await pool.query("select project #>> '{objections,0,id}' as id from secretary_project where title = $1", [plan.title])).rows[0].id;
  return [
    step("chen", "adoptCase", async () => {
      adoptedCase = await danger();
      await done(api, "member3", "acceptCase", adoptedCase, { kind: "DIFFICULTY", category: "assets.sewer", severity: "SAFETY" });
      return on(adoptedCase, { plan, alsoCaseIds: [await danger()] });
    }),
    step("zhou", "fileCollectiveStudy", () => project({ meetingOn: "2024-03-01", words: "党委会同意列为书记项目" })),
    step("zhou", "setProgrammes", () => project({ programmes: ["老旧小区改造"] })),
    step("chen", "addCaseToProject", async () => project({ caseId: await danger() })),
    step("street", "nameInspector", () => project({ personId: people.fu })),
    step("chen", "submitProject", () => project()),
    step("street", "returnProject", () => project({ reason: "措施不具体" })),
    step("chen", "amendProjectPlan", () => project({ plan: { ...plan, measures: "再装五个" } })),
    step("street", "publiciseProject", async () => {
      await send({ as: "chen", mutation: "submitProject" }, await project());
      return project({ place: "小区公示栏" });
    }),
    step("member3", "objectToProject", () => project({ words: "四号架挡路" })),
    step("chen", "answerProjectObjection", async () => project({ objectionId: await objectionId(), answer: "东移三米" })),
    step("chen", "runProject", async () => {
      api.clock.set(shanghai("2024-03-20", "09:00"));
      return project();
    }),
    step("chen", "recordInspection", () => project({ month: "2024-03", finding: "已放线", next: "催采购" })),
    step("zhou", "recordSpending", () => project({ fund: "党群经费", what: "不锈钢架", fen: 120_000 })),
    step("chen", "acceptDeliverable", () => project({ deliverableId: "racks", accepted: 4, evidence: "居民签字" })),
    step("zhou", "signAcceptance", async () => project({ deliverableId: "racks", residentId: await api.resident("孙大娘") })),
    step("chen", "explainShortfall", () => project({ deliverableId: "racks", reason: "场地不够" })),
    step("chen", "completeMilestone", () => project({ milestoneId: "site", evidence: "照片" })),
    step("chen", "requestStrikeOff", async () => {
      await done(api, "member3", "startCase", adoptedCase, { measure: "安装" });
      await done(api, "member3", "resolveCase", adoptedCase, { result: "装好了" });
      await done(api, "zhou", "recordCallback", adoptedCase, { respondent: await reporter(adoptedCase), reached: true, resolved: true, satisfaction: "SATISFIED" });
      return project();
    }),
    step("street", "returnStrikeOff", () => project({ reason: "螺栓没换" })),
    step("street", "strikeOffProject", async () => {
      await send({ as: "chen", mutation: "requestStrikeOff" }, await project());
      return project({ evidence: "现场核验" });
    }),
    step("street", "appraiseProject", () => project({ year: 2024, grade: "GOOD", words: "按期完成" })),
    step("street", "markExemplary", () => project({ exemplary: true })),
    step("chen", "adoptOpinion", async () => ({
      input: {
        words: "护栏要掉了", title: "护栏松动", kind: "DIFFICULTY", category: "assets.stairwell", place: { compoundId: api.compoundId }, channel: "PHONE", severity: "SAFETY", reporterId: await api.resident("许大爷"), plan: other,
        further: [{ words: "我也看见了", channel: "PHONE", reporterId: await api.resident("何大妈") }],
      },
    })),
    step("chen", "carryOverProject", async () => {
      // A plan of last year: nothing else here waits for December.
      await pool.query("update secretary_project set year = 2023, years = '{2023}', project = project || '{\"year\": 2023}' where title = $1", [other.title]);
      return named(other.title, { reason: "管线改道" });
    }),
    step("street", "handOverProject", async () => {
      // For as long as it takes: the deputy is the next secretary.
      await holds(people.chen, "DEPUTY");
      await holds(people.fu, "SECRETARY");
      return named(other.title, { personId: people.fu });
    }),
    step("chen", "abandonProject", async () => {
      await holds(people.fu, "DEPUTY");
      await holds(people.chen, "SECRETARY");
      await send({ as: "street", mutation: "handOverProject" }, await named(other.title, { personId: people.chen }));
      return named(other.title, { reason: "街道另有安排" });
    }),
  ];
}
