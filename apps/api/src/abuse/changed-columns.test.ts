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
  "+audit", "+event", "+idempotency", "+event_words", "+notice", "+delivery",
  "case.version", "case.updated_at", "case.board_at", "case.board_column", "case.due", "case.system_at", "case.callback_at", "case.movedAt",
  "project.version", "project.updated_at", "project.movedAt", "meeting.version", "meeting.updated_at", "meeting.movedAt", "item.version", "mediation.version", "mediation.updated_at", "mediation.movedAt", "mediation.next_on",
  "cost.version", "cost.updated_at", "cost.movedAt", "contractor.version",
];

/** What the indicators keep of a case, an opinion and a meeting, made anew from their events with every act (indicators/), and that a board was touched (cases/board-stamp.ts). */
const derived = /^[+-]?(?:case_measure|opinion_fact|bench_fact|board_touch)\b/;

/** What each mutation may change besides: `case.x` is a column of `cases` or a part of its aggregate, `+table` a new row, `-table` a row that goes. */
const allowed: Readonly<Record<string, string>> = {
  addAffected: "item.affected",
  addToAgenda: "+agenda_item case.status meeting.agenda meeting.case_ids meeting.summons",
  assignAction: "+action_item +bench_words item.actions",
  cancelMeeting: "+bench_words meeting.status",
  completeAction: "action_item.done_at item.actions",
  endItemUnresolved: "item.notReached item.outcome",
  holdMeeting: "+bench_words meeting.heldAt meeting.status",
  nameCause: "+bench_words item.causeIds",
  noteInvitation: "meeting.summons",
  openMeeting: "meeting.openedAt meeting.recorderId meeting.recorder_id meeting.status",
  proposeOption: "+bench_words item.options",
  recordMeeting: "+agenda_item +bench_meeting case.status",
  recordStatement: "+bench_words item.statements",
  recuseAttendee: "+bench_words item.positions item.recusals",
  removeAttendance: "meeting.attendance",
  resolveItem: "item.outcome item.resolution",
  signInToMeeting: "meeting.attendance",
  summonMeeting: "+agenda_item +bench_meeting case.status",
  takePosition: "+bench_words item.positions",
  addContractor: "+contractor",
  addPlanDocument: "+cost_text cost.documents",
  addQuote: "+cost_text cost.quotes",
  amendContractor: "contractor.active contractor.initials contractor.licence contractor.name contractor.phone contractor.pinyin",
  answerCostObjection: "+cost_text cost.objections",
  approvePlanDocument: "cost.documents",
  cancelCosts: "+cost_text cost.state",
  chooseQuote: "+cost_text cost.chosenQuoteId cost.fewQuotesExplained cost.shares cost.to_share_fen cost_share.fen",
  objectToCosts: "+cost_text cost.objections",
  openCostPlan: "+cost_number +cost_plan",
  payRefund: "cost.refunds cost_refund.method cost_refund.paid_at",
  publiciseCosts: "cost.publicity cost.publicity_until cost.state",
  publishFinalStatement: "cost.final",
  rateContractor: "+contractor_rating",
  recordFeeRefusal: "+cost_text cost.shares",
  recordPayout: "+cost_payout +cost_text cost.approverIds cost.payouts",
  recordReceipt: "+cost_receipt cost.collectorIds cost.receipts",
  removeQuote: "cost.quotes",
  setCostFunds: "cost.funds cost.shares cost.to_share_fen cost_share.fen",
  setCostMethod: "-cost_share cost.shares cost_share.fen",
  setFinalAccount: "+cost_refund +cost_text cost.final cost.refunds",
  settleCosts: "cost.settledAt cost.state",
  startCollecting: "cost.state",
  voidReceipt: "+cost_text cost.receipts cost_receipt.voided_at",
  waiveShare: "+cost_text cost.approverIds cost.shares cost_share.bearer_id",
  agreeTerms: "+mediation_text mediation.form mediation.terms mediation.termsAt",
  applyForConfirmation: "mediation.appliedAt",
  endMediation: "+mediation_text mediation.endCause mediation.endedAt mediation.rightToSueNoticedAt mediation.state",
  establishFacts: "+mediation_text mediation.factsAt",
  extendMediation: "mediation.dueOn mediation.extendedAt",
  hearParty: "+mediation_text mediation.statements",
  nameMediator: "case.helperIds case.helper_ids mediation.mediatorIds",
  openMediation: "+mediation +mediation_number case.helperIds case.helper_ids case.mediationId",
  performTerm: "mediation.performedAt mediation.state mediation.terms",
  recordConfirmation: "mediation.confirmedAt",
  recordConsent: "mediation.consentAt mediation.dueOn",
  recordOralAgreement: "+mediation_text mediation.confirmBy mediation.confirm_until mediation.effectiveAt mediation.endedAt mediation.form mediation.state mediation.terms mediation.termsAt",
  recordReturnVisit: "+mediation_text mediation.returnVisits",
  removeMediator: "case.helperIds case.helper_ids mediation.mediatorIds",
  sealAgreement: "mediation.confirmBy mediation.confirm_until mediation.effectiveAt mediation.endedAt mediation.signatures mediation.state",
  signAgreement: "mediation.signatures",
  abandonProject: "+case_segment case.project case.project_id case.segments project.state segment.ended",
  acceptCase: "+case_segment case.lead_id case.lead_ids case.acceptedAt case.assignments case.segments case.status",
  acceptDeliverable: "project.deliverables",
  addOpinion: "+daily_count +opinion case.reporters case.supporters daily_count.recorded",
  addExpert: "+expert +expert_tie +person",
  adoptCase: "+project_number +secretary_project case_segment.due_at case.project_id case.project case.segments",
  amendCase: "case.area_no case.building_id case.category case.compound_id case.grid_code case.search case.severity case.tags case.title opinion.area_no",
  amendPoint: "collection_point.building_id collection_point.compound_id collection_point.hours collection_point.hours_words collection_point.keeper_id collection_point.kind collection_point.name collection_point.office collection_point.office_phone collection_point.place_words collection_point.version",
  amendExpert: "-expert_tie expert.available expert.skills expert.version",
  amendProjectPlan: "project.measures",
  answerExpertCall: "+expert_answer case.calledIds case.calls case.helperIds case.helper_ids expert_call.asked_id expert_call.ended_at expert_call.outcome expert_call.reply_due_at",
  answerFact: "case.facts case_fact.answer case_fact.evidence",
  answerCase: "case.resolved_at case.segments case.status segment.ended opinion.answer opinion.answer_due_at",
  appealCase: "case.appealed case.status opinion.answer opinion.answer_due_at",
  approveAsk: "case_segment.due_at case.heldFrom case.holds case.pendingAsk case.segments case.status",
  askFact: "+case_fact case.facts",
  assignCase: "case.lead_id case.lead_ids case.assignments",
  assignCases: "case.assignments",
  blowWhistle: "case.whistleDepartments case.whistles case.whistle_departments",
  cancelContactDay: "contact_day.state contact_day.version",
  changeDuty: "contact_day.duty_officer_id contact_day.version",
  callExpert: "+expert_call case.calledIds case.calls",
  closeCase: "case.closed_at case.status opinion.answer opinion.answered_at",
  draftPublication: "+publication",
  amendPublication: "publication.body publication.publication publication.title publication.version",
  publishPublication: "publication.publication publication.published_at publication.state publication.until publication.version",
  takeDownPublication: "publication.publication publication.state publication.version",
  showComment: "publication.publication publication.version publication.waiting publication_comment.shown",
  hideComment: "publication.publication publication.version publication.waiting",
  answerComment: "publication.publication publication.version publication_comment.answer",
  takeUpObjection: "+project_text project.objections project.openObjections publication.publication publication.version publication_comment.shown",
  addCaseToProject: "case.project case.project_id project.caseIds",
  adoptOpinion: "+case_segment +cases +daily_count -daily_count +opinion +secretary_project case_number.last project_number.last",
  answerProjectObjection: "+project_text project.objections project.openObjections",
  appraiseProject: "+project_text project.appraisals",
  carryOverProject: "project.carriedOver project.years",
  fileCollectiveStudy: "+project_text project.filing",
  handOverProject: "project.secretaryId project.secretaryIds project.secretary_id",
  markExemplary: "project.exemplary",
  nameInspector: "project.inspectorId",
  objectToProject: "+project_text project.objections project.openObjections",
  recordInspection: "+project_text project.inspections project.inspection_from",
  recordSpending: "project.spending",
  returnStrikeOff: "project.inspection_from project.runs project.state",
  setProgrammes: "project.programmes",
  signAcceptance: "project.deliverables",
  closePoint: "collection_point.closed_on collection_point.version",
  collectOpinion: "+cases case_number.last daily_count.recorded +opinion +person",
  completeMilestone: "project.progress project.milestones",
  confirmExpert: "expert.confirmed_at expert.version",
  correctCase: "-case_segment case.level case.max_level case.segments segment.ended",
  declineCase: "case.declinedAt case.status opinion.answer opinion.answer_due_at",
  deleteView: "-saved_view",
  deliberateCase: "case.status",
  disableAccount: "auth.user.disabledAt",
  enableAccount: "auth.user.disabledAt",
  endCouncil: "council.to_date council.version",
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
  markAllNoticesRead: "notice.read_at",
  markNoticesRead: "notice.read_at",
  mergeCase: "case.mergedAt case.mergedInto case.reporters case.status case.supporters opinion.present_case_id",
  nameStandIn: "+role_assignment",
  openPoint: "+collection_point",
  planContactDays: "+contact_day",
  publiciseProject: "project.publicisedAt project.publicityPlace project.publicityUntil project.state",
  recordCallback: "case.closed_at case.callbacks case.status opinion.answer opinion.answered_at",
  recordContact: "case.firstContactAt",
  recordContactDay: "contact_day.held_at contact_day.reached contact_day.state contact_day.version",
  referUpCase: "+case_segment case.level case.max_level case.segments segment.ended",
  releaseExpert: "case.helperIds case.helper_ids",
  releaseWhistle: "case.whistles",
  removeAttachment: "attachment.removed_at",
  removeMessenger: "-messenger",
  createApiKey: "+api_key +person +role_assignment",
  amendApiKey: "api_key.cost_per_minute api_key.expires_at api_key.name api_key.version person.display_name person.surname_mask",
  rotateApiKey: "api_key.earlier_hash api_key.earlier_until api_key.hint api_key.secret_hash api_key.version",
  revokeApiKey: "api_key.earlier_hash api_key.earlier_until api_key.revoked_at api_key.version",
  ingestOpinion: "+cases +opinion +person case_number.last daily_count.recorded",
  createWebhook: "+webhook_endpoint",
  amendWebhook: "webhook_endpoint.areas webhook_endpoint.name webhook_endpoint.source webhook_endpoint.subjects webhook_endpoint.types webhook_endpoint.url webhook_endpoint.version",
  rotateWebhookSecret: "webhook_endpoint.earlier_enc webhook_endpoint.earlier_until webhook_endpoint.secret_enc webhook_endpoint.version",
  pauseWebhook: "webhook_endpoint.paused_at webhook_endpoint.paused_why webhook_endpoint.version",
  resumeWebhook: "webhook_endpoint.paused_at webhook_endpoint.paused_why webhook_endpoint.version",
  testWebhook: "",
  replayWebhook: "+webhook_replay",
  resendDelivery: "delivery.attempts delivery.delivered delivery.ended_at delivery.http_status delivery.next_at",
  removeWebhook: "-webhook_endpoint -webhook_replay",
  removeSecondFactor: "",
  reopenCase: "+case_segment case.reopen_count case.resolved_at case.segments case.status opinion.answer opinion.answer_due_at",
  reopenPoint: "collection_point.closed_on collection_point.version",
  reportForDuty: "case.whistles",
  requestStrikeOff: "project.inspection_from project.runs project.state",
  resetPassword: "+auth.access_link auth.account.password",
  resolveCase: "case.resolved_at case.segments case.status segment.ended opinion.answer opinion.answer_due_at",
  resumeCase: "case_segment.due_at case.heldFrom case.holds case.segments case.status",
  returnOrder: "case.lead_id case.lead_ids case.assignments",
  returnProject: "project.state",
  revealPersonalData: "",
  runProject: "project.inspection_from project.runs project.state",
  saveView: "+saved_view",
  sendDownCase: "+case_segment case.level case.segments segment.ended",
  setMessenger: "+messenger",
  publishCalendar: "+calendar_recount +calendar_year calendar_year.current",
  setCategories: "community_setting.categories community_setting.version",
  setDeadlines: "+community_setting",
  setTemplates: "community_setting.templates community_setting.version",
  setWipLimits: "community_setting.version community_setting.wip_limits",
  setNoticePreferences: "+notice_preference",
  setCommittee: "+committee +committee_member",
  setCouncil: "+council +council_member",
  splitCase: "+cases case_number.last case.reporters case.supporters opinion.present_case_id",
  startCase: "case.status",
  strikeOffProject: "case.project project.state project.struckOffAt project.struck_off_at",
  submitProject: "project.state",
  superviseCase: "case.supervised case.supervisions",
  testMessenger: "",
  turnDownAsk: "case.pendingAsk",
  unlockAccount: "",
  unmergeCase: "case.mergedAt case.mergedInto case.reporters case.unmerged case.status case.supporters opinion.present_case_id",
  withdrawExpert: "expert.version expert.withdrawn_at",
  withdrawFact: "case.facts",
  withdrawCase: "case.segments case.status segment.ended opinion.answer opinion.answered_at",
};

/** Mutations that change rows nobody named: the cases of a project, as they leave it; the project an objection is about. */
const othersToo: Readonly<Record<string, readonly string[]>> = { answerExpertCall: ["cases"], nameMediator: ["cases"], removeMediator: ["cases"], abandonProject: ["cases"], strikeOffProject: ["cases"], takeUpObjection: ["secretary_project"] };

/** Names as the table writes them. */
function named(change: string): string {
  return change
    .replace(/^cases\.(?:state\.)?/, "case.")
    .replace(/^secretary_project\.(?:project\.)?/, "project.")
    .replace(/^bench_meeting\.(?:meeting\.)?/, "meeting.")
    .replace(/^agenda_item\.(?:item\.)?/, "item.")
    .replace(/^mediation\.(?:mediation\.)?/, "mediation.")
    .replace(/^cost_plan\.(?:plan\.)?/, "cost.")
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
  const columns = [...new Set(changes(before, after).map(named))].filter((change) => !anyAct.includes(change) && !derived.test(change));
  const unnamed = touched(before, after, ["cases", "secretary_project", "mediation", "cost_plan", "contractor", "bench_meeting", "agenda_item", "person", "saved_view", "attachment"]).filter(({ key }) => !sent.includes(key)).map(({ table }) => table);
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
