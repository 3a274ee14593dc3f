import { type ProjectAction, projectActionNames } from "@bandeng/domain";
import type { ProjectLineFragment, ProjectShownFragment, ProjectStoryQuery, ProjectWholeQuery } from "../../graphql/graphql.ts";

/** A thing as the server sends it: the cache asks for its type, the fragments do not name it. */
const of = <T extends object>(type: string, thing: T): T => ({ __typename: type, ...thing });

const chenRef = of("Person", { id: "person-chen", name: "陈书记" });
const zhouRef = of("Person", { id: "person-zhou", name: "小周" });

/** What the table says of each action: allowed, unless a sentence is given. */
function actionsWith(blocked: Partial<Record<ProjectAction, string>> = {}): ProjectShownFragment["actions"] {
  return projectActionNames.map((action) => of("ProjectActionState", { action, allowed: blocked[action] === undefined, message: blocked[action] ?? null }));
}

const photo = (id: string, stage: "BEFORE" | "AFTER" | null) =>
  of("Attachment", {
    id, kind: "PHOTO" as const, stage, name: `${id}.jpg`, mediaType: "image/jpeg", bytes: 1200, width: 320, height: 240, takenAt: null, addedAt: "2024-03-20T02:00:00.000Z", addedBy: zhouRef, removable: false,
    // One grey pixel: no network in a test.
    url: "data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==",
    thumbnailUrl: "data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==",
  });

const milestone = (id: string, title: string, weight: number, dueOn: string, doneAt: string | null = null, evidence: string | null = null) =>
  of("Milestone", { id, title, weight, dueOn, doneAt, evidence, attachments: doneAt ? [photo(`photo-${id}`, null)] : [] });

/** The drying racks of 曹家巷, running since 25 March 2024: two of five milestones done, one overdue, April not inspected. */
export const racks: ProjectShownFragment = of("SecretaryProject", {
  id: "p-2",
  no: "2024-02",
  version: 14,
  year: 2024,
  communityCode: "340802001007",
  title: "曹家巷小区共享晾衣架",
  state: "RUNNING" as const,
  problem: "没有地方晾晒，绳子拉到电线上。",
  goal: "五组晾衣架，绳子全部拆除。",
  measures: "选点、公示、采购、安装。",
  progress: 30,
  budgetFen: 1_850_000,
  spentFen: 620_050,
  dueOn: "2024-05-20",
  isOverdue: false,
  missingInspections: ["2024-04"],
  openObjections: 0,
  exemplary: false,
  publicisedAt: "2024-03-18T02:00:00.000Z",
  publicityUntil: "2024-03-25T10:00:00.000Z",
  publicityPlace: "小区公示栏",
  startedAt: "2024-03-25T10:05:00.000Z",
  struckOffAt: null,
  secretary: chenRef,
  inspector: null,
  templateOf: null,
  programmes: ["老旧小区改造"],
  carriedOver: [],
  funds: [of("Fund", { name: "老旧小区改造", fen: 1_500_000, spentFen: 620_050 }), of("Fund", { name: "党建为民经费", fen: 350_000, spentFen: 0 })],
  spending: [of("ProjectSpending", { id: "s1", fund: "老旧小区改造", what: "首付款", fen: 620_050, at: "2024-04-20T02:00:00.000Z", by: zhouRef })],
  nextMilestone: of("Milestone", { id: "m3", title: "采购", weight: 20, dueOn: "2024-04-30" }),
  milestones: [
    milestone("m1", "选址", 20, "2024-03-20", "2024-03-19T08:00:00.000Z", "五处位置画线"),
    milestone("m2", "公示", 10, "2024-03-25", "2024-03-25T10:10:00.000Z", "公示照片"),
    milestone("m3", "采购", 20, "2024-04-30"),
    milestone("m4", "安装", 30, "2024-05-10"),
    milestone("m5", "验收", 20, "2024-05-20"),
  ],
  deliverables: [
    of("Deliverable", {
      id: "d1", name: "共享晾衣架", planned: 5, accepted: 3, shortReason: null,
      acceptances: [of("DeliverableAcceptance", { id: "a1", accepted: 3, evidence: "三组装好", at: "2024-04-28T02:00:00.000Z", by: chenRef, resident: of("Person", { id: "r1", name: "楼某" }), signedAt: "2024-04-29T02:00:00.000Z", attachments: [photo("photo-a1", "AFTER")] })],
    }),
  ],
  objections: [of("ProjectObjection", { id: "o1", words: "四号架挡了我家的路", at: "2024-03-20T02:00:00.000Z", answer: "四号架移到花坛边", answeredAt: "2024-03-21T02:00:00.000Z" })],
  inspections: [of("ProjectInspection", { id: "i1", month: "2024-03", at: "2024-03-30T02:00:00.000Z", late: false, finding: "位置已放线", next: "催采购", by: chenRef })],
  filing: of("ProjectFiling", { meetingOn: "2024-03-14", words: "同意列为书记项目", at: "2024-03-14T08:00:00.000Z", by: zhouRef }),
  appraisals: [],
  actions: actionsWith({ submit: "项目现为“实施中”，只有“草案”或“已退回”的项目可以报审。", strikeOff: "项目书记不能给自己的项目销号。", amendPlan: "项目现为“实施中”，只有“草案”或“已退回”的项目可以修改方案。" }),
});

export const draft: ProjectShownFragment = {
  ...racks, id: "p-3", no: "2024-03", title: "雨污分流", version: 1, state: "DRAFT", goal: "", measures: "", progress: 0, budgetFen: 0, spentFen: 0, dueOn: null, missingInspections: [], publicisedAt: null, publicityUntil: null, publicityPlace: null, startedAt: null,
  programmes: [], funds: [], spending: [], objections: [], inspections: [], filing: null, deliverables: [], nextMilestone: of("Milestone", { id: "m1", title: "测绘", weight: 20, dueOn: "2024-06-15" }), milestones: [milestone("m1", "测绘", 20, "2024-06-15")], actions: actionsWith(),
};

/** On display with an objection nobody has answered, the period over. */
export const publicised: ProjectShownFragment = { ...draft, id: "p-4", no: "2024-04", title: "坡道和扶手", state: "PUBLICISED", openObjections: 1, publicisedAt: "2024-04-20T02:00:00.000Z", publicityUntil: "2024-04-28T10:00:00.000Z", publicityPlace: "公示栏", objections: [of("ProjectObjection", { id: "o2", words: "坡道占了花坛", at: "2024-04-22T02:00:00.000Z", answer: null, answeredAt: null })] };

export const struckOff: ProjectShownFragment = { ...racks, id: "p-1", no: "2024-01", title: "楼道照明换线", state: "STRUCK_OFF", progress: 100, struckOffAt: "2024-03-28T02:00:00.000Z", exemplary: true, missingInspections: [], nextMilestone: null };

const sourceCase = of("Case", {
  id: "c-1", no: "340802001007-2024-0012", version: 9, title: "曹家巷没有地方晾晒", kind: "OPINION" as const, status: "IN_PROGRESS" as const, level: "COMMUNITY" as const,
  place: of("CasePlaceType", { compoundName: "曹家巷小区", buildingAddress: null, unitNo: null }),
  due: null,
  opinions: [of("Opinion", { id: "op1", words: "绳子拉到电线上，下雨天冒火花", voicedAt: "2024-03-01T02:00:00.000Z", channel: "POINT" as const, anonymous: false, reporter: of("Person", { id: "r1", name: "楼某" }) })],
  attachments: [photo("before-1", "BEFORE"), photo("after-1", "AFTER")],
});

export const whole = (project: ProjectShownFragment): ProjectWholeQuery => ({ project: { ...project, cases: [sourceCase] } });
export const evidence = { project: of("SecretaryProject", { id: "p-2", cases: [sourceCase] }) };

const connection = (nodes: readonly ProjectLineFragment[], endCursor: string | null) => ({ __typename: "ProjectConnection", totalCount: nodes.length, nodes, pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== null, endCursor } });
export const listOf = (nodes: readonly ProjectLineFragment[], endCursor: string | null = null) => ({ projects: connection(nodes, endCursor) });
export const dutiesOf = (nodes: readonly ProjectLineFragment[]) => ({ responsibilityList: connection(nodes, null) });
export const templatesOf = (nodes: readonly ProjectShownFragment[]) => listOf(nodes);

export const year = {
  projectYear: of("ProjectYear", { areaCode: "340802001007", year: 2024, adopted: 4, carriedOver: 0, drafts: 1, submitted: 0, publicised: 1, running: 1, struckOff: 1, abandoned: 0, budgetFen: 2_810_000, spentFen: 1_580_050, onTime: 1, due: 1, missingInspection: 1 }),
};

export const timeline = {
  project: of("SecretaryProject", {
    id: "p-2", version: 14,
    events: [
      of("ProjectEvent", { id: "e14", seq: 14, type: "PROJECT_RETURNED", payload: JSON.stringify({ reason: "措施没写" }), at: "2024-03-15T02:00:00.000Z", recordedAt: "2024-03-15T02:00:00.000Z", words: null, actor: of("Person", { id: "street", name: "街道办" }) }),
      of("ProjectEvent", { id: "e2", seq: 2, type: "SOMETHING_NEW", payload: "{}", at: "2024-03-15T01:00:00.000Z", recordedAt: "2024-03-15T01:00:00.000Z", words: "原话", actor: null }),
    ],
  }),
};

export const story: ProjectStoryQuery = {
  projectStory: of("ProjectStory", {
    title: "曹家巷小区共享晾衣架", no: "2024-02", community: "天后宫社区", problem: "没有地方晾晒。", measures: "安装五组。",
    numbers: [of("StoryNumber", { label: "共享晾衣架", value: "5" })],
    consent: of("StoryConsent", { for: 8, accept: 1, against: 0, households: 9 }),
    before: [photo("b", "BEFORE")], after: [photo("a", "AFTER")],
    milestones: [of("StoryMilestone", { title: "选址", weight: 20, doneOn: "2024-03-19" })],
    adoptedOn: "2024-03-15", struckOffOn: "2024-05-23", satisfied: 6, basic: 1, asked: 7,
  }),
};

const payload = (verb: string) => `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`;
/** The answer of a verb: the project as it is then. */
export const answered = (verb: string, project: ProjectShownFragment) => ({ [verb]: { __typename: payload(verb), project, refusal: null } });
export const refusedWith = (verb: string, code: string, message: string, path: string | null = null) => ({ [verb]: { __typename: payload(verb), project: null, refusal: { __typename: "Refusal", code, message, path } } });
