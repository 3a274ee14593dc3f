import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputField, type GraphQLSchema } from "graphql";
import type { CaseAction, CostAction, MediationAction, MeetingAction, ProjectAction, Right } from "@bandeng/domain";
import { randomUUID } from "node:crypto";
import { personOf } from "./people.ts";
import { departmentOf } from "./places.ts";
import { v7 } from "./ids.ts";

/** Which table says who may do a mutation. */
export type Decider =
  | { readonly table: "CASE"; readonly action: CaseAction }
  | { readonly table: "PROJECT"; readonly action: ProjectAction }
  | { readonly table: "MEDIATION"; readonly action: MediationAction }
  | { readonly table: "COST"; readonly action: CostAction }
  | { readonly table: "RIGHT"; readonly right: Right }
  | { readonly table: "MEETING"; readonly action: MeetingAction }
  | { readonly table: "OWN" };

const onCase = (action: CaseAction): Decider => ({ table: "CASE", action });
const onProject = (action: ProjectAction): Decider => ({ table: "PROJECT", action });
const onMediation = (action: MediationAction): Decider => ({ table: "MEDIATION", action });
const onCosts = (action: CostAction): Decider => ({ table: "COST", action });
const atMeeting = (action: MeetingAction): Decider => ({ table: "MEETING", action });
const byRight = (right: Right): Decider => ({ table: "RIGHT", right });

/** Every mutation, by what decides it. */
export const deciders: Readonly<Record<string, Decider>> = {
  acceptCase: onCase("accept"), answerCase: onCase("answer"), assignCase: onCase("assign"), returnOrder: onCase("returnOrder"), recordContact: onCase("contact"), addOpinion: onCase("support"),
  amendCase: onCase("amend"), declineCase: onCase("decline"), appealCase: onCase("appeal"), mergeCase: onCase("merge"), unmergeCase: onCase("unmerge"), splitCase: onCase("split"),
  deliberateCase: onCase("deliberate"), startCase: onCase("start"), holdCase: onCase("hold"), extendCase: onCase("extend"), approveAsk: onCase("approve"), turnDownAsk: onCase("turnDown"),
  resumeCase: onCase("resume"), resolveCase: onCase("resolve"), recordCallback: onCase("callBack"), closeCase: onCase("close"), reopenCase: onCase("reopen"), withdrawCase: onCase("withdraw"),
  escalateCase: onCase("escalate"), sendDownCase: onCase("sendDown"), referUpCase: onCase("referUp"), blowWhistle: onCase("whistle"), reportForDuty: onCase("report"),
  callExpert: onCase("callExpert"), releaseExpert: onCase("releaseExpert"), askFact: onCase("askFact"), answerFact: onCase("answerFact"), withdrawFact: onCase("withdrawFact"),
  addExpert: byRight("KEEP_TALENT_POOL"), amendExpert: byRight("KEEP_TALENT_POOL"), confirmExpert: byRight("KEEP_TALENT_POOL"), withdrawExpert: byRight("KEEP_TALENT_POOL"),
  // Of a call, which who is asked sees without its case: experts/experts.test.ts.
  answerExpertCall: { table: "OWN" },
  releaseWhistle: onCase("release"), superviseCase: onCase("supervise"), adoptCase: onCase("adopt"), correctCase: onCase("correct"),
  assignCases: onCase("assign"), escalateCases: onCase("escalate"),
  abandonProject: onProject("abandon"), amendProjectPlan: onProject("amendPlan"), submitProject: onProject("submit"), returnProject: onProject("returnPlan"),
  publiciseProject: onProject("publicise"), runProject: onProject("run"), completeMilestone: onProject("completeMilestone"), acceptDeliverable: onProject("acceptDeliverable"),
  addCaseToProject: onProject("addCase"), fileCollectiveStudy: onProject("fileStudy"), setProgrammes: onProject("setProgrammes"), objectToProject: onProject("object"), answerProjectObjection: onProject("answerObjection"),
  recordInspection: onProject("inspect"), recordSpending: onProject("spend"), carryOverProject: onProject("carryOver"), returnStrikeOff: onProject("returnStrikeOff"), signAcceptance: onProject("signAcceptance"),
  nameInspector: onProject("nameInspector"), handOverProject: onProject("handOver"), appraiseProject: onProject("appraise"), markExemplary: onProject("markExemplary"),
  // Adoption asks for the secretary in the domain itself: projects/projects.test.ts.
  adoptOpinion: byRight("COLLECT"),
  explainShortfall: onProject("explainShort"), requestStrikeOff: onProject("requestStrikeOff"), strikeOffProject: onProject("strikeOff"),
  collectOpinion: byRight("COLLECT"), grantRole: byRight("GRANT_ROLES"), endRole: byRight("GRANT_ROLES"), nameStandIn: byRight("NAME_STAND_IN"), endLeave: byRight("NAME_STAND_IN"),
  openPoint: byRight("KEEP_POINTS"), amendPoint: byRight("KEEP_POINTS"), closePoint: byRight("KEEP_POINTS"), reopenPoint: byRight("KEEP_POINTS"), planContactDays: byRight("KEEP_POINTS"),
  // Recording is its duty officer's too: see points.test.ts.
  recordContactDay: byRight("KEEP_POINTS"), changeDuty: byRight("KEEP_POINTS"), cancelContactDay: byRight("KEEP_POINTS"),
  draftPublication: byRight("PUBLISH"), amendPublication: byRight("PUBLISH"), publishPublication: byRight("PUBLISH"), takeDownPublication: byRight("PUBLISH"),
  showComment: byRight("PUBLISH"), hideComment: byRight("PUBLISH"), answerComment: byRight("PUBLISH"), takeUpObjection: byRight("PUBLISH"),
  setCouncil: byRight("KEEP_COUNCILS"), endCouncil: byRight("KEEP_COUNCILS"),
  openMediation: onCase("mediate"),
  // Held to their table in mediations/mediation-access.test.ts.
  recordConsent: onMediation("recordConsent"), extendMediation: onMediation("extendMonth"), nameMediator: onMediation("nameMediator"), removeMediator: onMediation("removeMediator"),
  hearParty: onMediation("hearParty"), establishFacts: onMediation("establishFacts"), agreeTerms: onMediation("agreeTerms"), signAgreement: onMediation("sign"), sealAgreement: onMediation("seal"),
  recordOralAgreement: onMediation("recordOral"), performTerm: onMediation("performTerm"), recordReturnVisit: onMediation("visit"), applyForConfirmation: onMediation("applyForConfirmation"),
  recordConfirmation: onMediation("recordConfirmation"), endMediation: onMediation("endMediation"),
  // Held to their table in costs/cost-access.test.ts.
  openCostPlan: onCosts("openCosts"), addQuote: onCosts("addQuote"), removeQuote: onCosts("removeQuote"), chooseQuote: onCosts("chooseQuote"), setCostFunds: onCosts("setFunds"), setCostMethod: onCosts("setMethod"),
  addPlanDocument: onCosts("addDocument"), approvePlanDocument: onCosts("approveDocument"), publiciseCosts: onCosts("publiciseCosts"), objectToCosts: onCosts("objectToCosts"),
  answerCostObjection: onCosts("answerCostObjection"), startCollecting: onCosts("startCollecting"), recordReceipt: onCosts("recordReceipt"), recordFeeRefusal: onCosts("recordRefusal"),
  voidReceipt: onCosts("voidReceipt"), waiveShare: onCosts("waive"), recordPayout: onCosts("payOut"), setFinalAccount: onCosts("setFinalAccount"), payRefund: onCosts("payRefund"),
  publishFinalStatement: onCosts("publishFinal"), settleCosts: onCosts("settleCosts"), cancelCosts: onCosts("cancelCosts"),
  addContractor: byRight("KEEP_CONTRACTORS"), amendContractor: byRight("KEEP_CONTRACTORS"), rateContractor: byRight("KEEP_CONTRACTORS"),
  summonMeeting: byRight("CONVENE_MEETINGS"), recordMeeting: byRight("CONVENE_MEETINGS"),
  // Held to their table in meetings/meeting-access.test.ts.
  noteInvitation: atMeeting("invite"), addToAgenda: atMeeting("addToAgenda"), openMeeting: atMeeting("open"), cancelMeeting: atMeeting("cancel"), signInToMeeting: atMeeting("signIn"),
  removeAttendance: atMeeting("removeAttendance"), addAffected: atMeeting("addAffected"), nameCause: atMeeting("nameCause"), proposeOption: atMeeting("proposeOption"), recordStatement: atMeeting("recordStatement"),
  takePosition: atMeeting("takePosition"), recuseAttendee: atMeeting("recuse"), resolveItem: atMeeting("resolveItem"), endItemUnresolved: atMeeting("endUnresolved"), assignAction: atMeeting("assignAction"),
  completeAction: atMeeting("completeAction"), holdMeeting: atMeeting("hold"),
  setCommittee: byRight("SET_COMMITTEE"), erasePerson: byRight("ERASE_PERSON"), exportPerson: byRight("EXPORT_PERSON"), revealPersonalData: byRight("REVEAL_PERSONAL_DATA"),
  inviteAccount: byRight("MANAGE_ACCOUNTS"), inviteWorker: byRight("MANAGE_ACCOUNTS"), disableAccount: byRight("MANAGE_ACCOUNTS"), enableAccount: byRight("MANAGE_ACCOUNTS"),
  resetPassword: byRight("MANAGE_ACCOUNTS"), unlockAccount: byRight("MANAGE_ACCOUNTS"), removeSecondFactor: byRight("MANAGE_ACCOUNTS"),
  publishCalendar: byRight("PUBLISH_CALENDAR"),
  setDeadlines: byRight("CONFIGURE_COMMUNITY"), setWipLimits: byRight("CONFIGURE_COMMUNITY"), setCategories: byRight("CONFIGURE_COMMUNITY"), setTemplates: byRight("CONFIGURE_COMMUNITY"),
  setMessenger: byRight("CONFIGURE_COMMUNITY"), removeMessenger: byRight("CONFIGURE_COMMUNITY"), testMessenger: byRight("CONFIGURE_COMMUNITY"),
  createApiKey: byRight("KEEP_INTEGRATIONS"), ingestOpinion: byRight("COLLECT"),
  // Found by whoever keeps integrations in its area, and by nobody else: keys/keys.test.ts.
  amendApiKey: { table: "OWN" }, rotateApiKey: { table: "OWN" }, revokeApiKey: { table: "OWN" },
  // Whoever does not keep the integrations of the key's area (KEEP_INTEGRATIONS) finds neither key nor webhook: webhooks/webhooks.test.ts.
  createWebhook: { table: "OWN" }, amendWebhook: { table: "OWN" }, rotateWebhookSecret: { table: "OWN" }, pauseWebhook: { table: "OWN" }, resumeWebhook: { table: "OWN" }, removeWebhook: { table: "OWN" },
  testWebhook: { table: "OWN" }, replayWebhook: { table: "OWN" }, resendDelivery: { table: "OWN" },
  markNoticesRead: { table: "OWN" }, markAllNoticesRead: { table: "OWN" }, setNoticePreferences: { table: "OWN" },
  saveView: { table: "OWN" }, deleteView: { table: "OWN" },
  // Of an attachment: the case's own actions do not name it; see attachments.
  removeAttachment: { table: "OWN" },
};

export interface Target {
  readonly id: string;
  readonly version: number;
  readonly reporter?: string;
}

/** Values by the name of the input's field, where its type alone does not say what would do. */
function valueOf(field: GraphQLInputField, target: Target, schema: GraphQLSchema): unknown {
  const known: Record<string, unknown> = {
    id: target.id, expectedVersion: target.version, idempotencyKey: randomUUID(), into: v7("case:own-1"), personId: personOf("own/resident-1").id, leadId: null,
    category: getNamedType(field.type).name === "CouncilCategory" ? "PROPERTY" : "assets.sewer", kind: undefined, respondent: target.reporter ?? `person:${personOf("own/resident-1").id}`, departmentId: departmentOf("340802", "idle"), whistleId: v7("nothing"),
    until: "2024-06-21", days: 1, opinionIds: [v7("nothing")], measure: "x", as: "ASSIST", at: undefined, resolved: true, satisfaction: "SATISFIED", reached: getNamedType(field.type).name === "Int" ? 1 : true, milestoneId: v7("milestone:own"),
    deliverableId: v7("deliverable:own"), accepted: 1, areaCode: "340802001007", communityCode: "340802001007", from: "2024-06-06", to: "2024-06-20", lastDay: "2024-06-20", termFrom: "2024-01-01",
    termTo: "2026-01-01", absentId: personOf("own/CLERK").id, standInId: personOf("own/MEDIATOR").id, assignmentId: v7("role:own/CLERK:0"), role: "CLERK", fields: ["PHONE"], username: "somebody1",
    name: "x", planOn: undefined, replyDueOn: undefined, dueOn: "2024-09-30", meetingOn: "2024-06-06", weight: 100, budgetFen: 100, fen: 100, planned: 2, caseId: target.id,
    mediatorIds: [personOf("own/MEDIATOR").id], partyKeys: undefined, partyKey: undefined, termId: "t",
    area: "340802001007",
    cases: [{ id: target.id, expectedVersion: target.version, idempotencyKey: randomUUID() }],
  };
  if (field.name in known && (known[field.name] !== undefined || !isNonNullType(field.type))) return known[field.name];
  if (!isNonNullType(field.type) || field.defaultValue !== undefined) return undefined;
  const type = getNamedType(field.type);
  const one: unknown = isEnumType(type) ? type.getValues()[0]?.name : isInputObjectType(type) ? inputOf(type.name, target, schema) : type.name === "Int" || type.name === "Fen" || type.name === "FeedPosition" ? 1 : type.name === "DateTime" ? "2024-06-20T01:00:00Z" : type.name === "LocalDate" ? "2024-06-20" : type.name === "Boolean" ? true : "some words here";
  return isListType(isNonNullType(field.type) ? field.type.ofType : field.type) ? [one] : one;
}

/** An input that would do, as far as the schema can say. */
export function inputOf(typeName: string, target: Target, schema: GraphQLSchema): Record<string, unknown> {
  const type = schema.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input`);
  // Of a community's settings and of a year of the calendar the id is their code.
  const code = /^Set(?:Deadlines|WipLimits|Categories|Templates)Input$/.test(typeName) ? "340802001007" : typeName === "PublishCalendarInput" ? "2024" : null;
  if (code !== null && target.id !== code) return inputOf(typeName, { ...target, id: code }, schema);
  return Object.fromEntries(Object.values(type.getFields()).flatMap((field) => {
    const value = valueOf(field, target, schema);
    return value === undefined ? [] : [[field.name, value]];
  }));
}

/** A mutation as text with its variable, and what to read of its answer. */
export function mutationOf(schema: GraphQLSchema, name: string, alias: string): { readonly inputType: string | null; readonly text: string; readonly variable: string } {
  const field = schema.getMutationType()?.getFields()[name];
  if (!field) throw new Error(`Mutation.${name} is gone`);
  const arg = field.args[0];
  const inputType = arg && isInputObjectType(getNamedType(arg.type)) ? getNamedType(arg.type).name : null;
  const payload = getNamedType(field.type).name;
  const refusal = "refusal { code message path currentVersion }";
  const below = payload === "Boolean" ? "" : payload === "SavedView" ? "{ id }" : /Cases?Payload$/.test(payload) && name.endsWith("Cases") ? `{ results { ${refusal} } }` : `{ ${refusal} }`;
  return { inputType, variable: `$${alias}: ${String(arg?.type)}`, text: `${alias}: ${name}(${arg?.name}: $${alias}) ${below}` };
}
