import { afterAll, beforeAll, expect, it } from "vitest";
import { changes, stored, touched } from "./stored.ts";
import { contract, send, wholeLife, wholeLifeBegins, type Step } from "./whole-life.ts";
import { startCommunity, type TestCommunity } from "../testing/community.ts";

let api: TestCommunity;
beforeAll(async () => {
  api = await startCommunity(wholeLifeBegins);
});
afterAll(() => api.stop());

/** What any act leaves behind, and what the clock and the version say about a case or a project that was acted on. */
const anyAct = [
  "+audit", "+event", "+idempotency", "+event_words",
  "case.version", "case.updated_at", "case.board_at", "case.board_column", "case.due", "case.system_at", "case.movedAt",
  "project.version", "project.updated_at", "project.movedAt",
];

/** What each mutation may change besides: `case.x` is a column of `cases` or a part of its aggregate, `+table` a new row, `-table` a row that goes. */
const allowed: Readonly<Record<string, string>> = {
  abandonProject: "case.project_id case.project project.state",
  acceptCase: "+case_segment case.lead_id case.lead_ids case.acceptedAt case.assignments case.segments case.status",
  acceptDeliverable: "project.deliverables",
  adoptCase: "+project_number +secretary_project case_segment.due_at case.project_id case.project case.segments",
  amendCase: "case.area_no case.building_id case.category case.compound_id case.grid_code case.search case.severity case.tags case.title",
  amendProjectPlan: "project.measures",
  answerCase: "case.resolved_at case.segments case.status segment.ended",
  appealCase: "case.appealed case.status",
  approveAsk: "case_segment.due_at case.heldFrom case.holds case.pendingAsk case.segments case.status",
  assignCase: "case.lead_id case.lead_ids case.assignments",
  assignCases: "case.assignments",
  blowWhistle: "case.whistleDepartments case.whistles case.whistle_departments",
  closeCase: "case.closed_at case.status",
  collectOpinion: "+case_number +cases +daily_count +opinion +person",
  completeMilestone: "project.progress project.milestones",
  correctCase: "-case_segment case.level case.max_level case.segments segment.ended",
  declineCase: "case.declinedAt case.status",
  deleteView: "-saved_view",
  deliberateCase: "case.status",
  disableAccount: "auth.user.disabledAt",
  enableAccount: "auth.user.disabledAt",
  endLeave: "role_assignment.to_date",
  endRole: "role_assignment.to_date",
  erasePerson: "person.display_name person.erased_at person.surname_mask",
  escalateCase: "+case_segment case.level case.max_level case.segments segment.ended",
  escalateCases: "+case_segment case.level case.max_level case.segments segment.ended",
  explainShortfall: "project.deliverables",
  exportPerson: "",
  extendCase: "case.pendingAsk",
  grantRole: "+role_assignment",
  holdCase: "case.pendingAsk",
  inviteAccount: "+auth.access_link +auth.user",
  inviteWorker: "+auth.access_link +auth.user +person +role_assignment",
  mergeCase: "case.mergedAt case.mergedInto case.reporters case.status case.supporters",
  nameStandIn: "+role_assignment",
  publiciseProject: "project.publicisedAt project.publicityUntil project.state",
  recordCallback: "case.closed_at case.callbacks case.status",
  recordContact: "case.firstContactAt",
  referUpCase: "+case_segment case.level case.max_level case.segments segment.ended",
  releaseWhistle: "case.whistles",
  removeAttachment: "attachment.removed_at",
  removeSecondFactor: "",
  reopenCase: "+case_segment case.reopen_count case.resolved_at case.segments case.status",
  reportForDuty: "case.whistles",
  requestStrikeOff: "project.state",
  resetPassword: "+auth.access_link auth.account.password",
  resolveCase: "case.resolved_at case.segments case.status segment.ended",
  resumeCase: "case_segment.due_at case.heldFrom case.holds case.segments case.status",
  returnOrder: "case.lead_id case.lead_ids case.assignments",
  returnProject: "project.state",
  revealPersonalData: "",
  runProject: "project.state",
  saveView: "+saved_view",
  sendDownCase: "+case_segment case.level case.segments segment.ended",
  setCommittee: "+committee +committee_member",
  splitCase: "+cases case_number.last case.reporters case.supporters",
  startCase: "case.status",
  strikeOffProject: "case.project project.state project.struckOffAt project.struck_off_at",
  submitProject: "project.state",
  superviseCase: "case.supervised case.supervisions",
  turnDownAsk: "case.pendingAsk",
  unlockAccount: "",
  unmergeCase: "case.mergedAt case.mergedInto case.reporters case.unmerged case.status case.supporters",
  withdrawCase: "case.segments case.status segment.ended",
};

/** Mutations that change rows nobody named: the cases of a project, as they leave it. */
const othersToo: Readonly<Record<string, readonly string[]>> = { abandonProject: ["cases"], strikeOffProject: ["cases"] };

/** Names as the table writes them. */
function named(change: string): string {
  return change
    .replace(/^cases\.(?:state\.)?/, "case.")
    .replace(/^secretary_project\.(?:project\.)?/, "project.")
    .replace(/^case_segment\.ended_(?:at|by)$/, "segment.ended");
}

const words = (text: string | undefined): string[] => (text ?? "not in the table").split(" ").filter((word) => word !== "");

async function changesOf(step: Step): Promise<{ columns: string[]; unnamed: string[] }> {
  const args = await step.prepare();
  await api.signIn(step.as);
  const before = await stored(api.pool);
  await send(api, step, args);
  const after = await stored(api.pool);
  const sent = JSON.stringify(args);
  const columns = [...new Set(changes(before, after).map(named))].filter((change) => !anyAct.includes(change));
  const unnamed = touched(before, after, ["cases", "secretary_project", "person", "saved_view", "attachment"]).filter(({ key }) => !sent.includes(key)).map(({ table }) => table);
  return { columns, unnamed: [...new Set(unnamed)] };
}

it("C10: each mutation changes what its line of the table allows, in the rows it was told, and nothing else", async () => {
  const found: Record<string, string[]> = {};
  const unnamed: Record<string, string[]> = {};
  for (const step of wholeLife(api)) {
    const seen = await changesOf(step);
    found[step.mutation] = seen.columns.toSorted();
    unnamed[step.mutation] = seen.unnamed;
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((mutation) => [mutation, words(allowed[mutation]).toSorted()])));
  expect(Object.keys(allowed).filter((mutation) => !(mutation in found)), "lines without a mutation").toEqual([]);
  for (const [mutation, tables] of Object.entries(unnamed)) expect(tables, mutation).toEqual(othersToo[mutation] ?? []);
}, 180_000);

it("C10: every mutation of the contract is in the story these tests tell (abuse/whole-life.ts)", () => {
  const told = new Set(wholeLife(api).map(({ mutation }) => mutation));
  expect(Object.keys(contract.getMutationType()?.getFields() ?? {}).filter((mutation) => !told.has(mutation))).toEqual([]);
});
