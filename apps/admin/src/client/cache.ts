import type { CaseAction } from "@bandeng/domain";
import { cacheExchange, type Cache, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import { gql } from "urql";
import { nextCard, type Standing, type VerbGiven } from "./next-card.ts";

const verbs: Readonly<Record<string, CaseAction>> = {
  acceptCase: "accept", adoptCase: "adopt", amendCase: "amend", answerCase: "answer", appealCase: "appeal", approveAsk: "approve",
  assignCase: "assign", blowWhistle: "whistle", closeCase: "close", correctCase: "correct", declineCase: "decline",
  deliberateCase: "deliberate", escalateCase: "escalate", extendCase: "extend", holdCase: "hold", mergeCase: "merge",
  recordCallback: "callBack", recordContact: "contact", referUpCase: "referUp", releaseWhistle: "release", reopenCase: "reopen",
  reportForDuty: "report", resolveCase: "resolve", resumeCase: "resume", returnOrder: "returnOrder", sendDownCase: "sendDown",
  splitCase: "split", startCase: "start", superviseCase: "supervise", turnDownAsk: "turnDown", unmergeCase: "unmerge", withdrawCase: "withdraw",
};

/** What a payload's type is called: EscalateCasePayload of escalateCase. */
const payloadOf = (field: string) => `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`;

/** Types that are no entities: parts of what they stand in, or answers. */
const embedded = [
  "ApiKeyConnection", "Feed", "WebhookAttempt", "WebhookConnection", "WebhookDeliveryConnection",
  ...["createApiKey", "rotateApiKey", "amendApiKey", "revokeApiKey", "createWebhook", "amendWebhook", "rotateWebhookSecret", "pauseWebhook", "resumeWebhook", "removeWebhook", "testWebhook", "replayWebhook", "resendDelivery"].map(payloadOf),
  "AccessLink", "Account", "NoticeConnection", "NoticePreferences", "NoticeSubject", ...["markNoticesRead", "markAllNoticesRead", "removeMessenger", "setMessenger", "testMessenger"].map(payloadOf), "AffectedHousehold", "AttendanceCount", "DoorConnection", "MeetingActionState", "MeetingConnection", "MeetingEdge", "MeetingPlace", "OptionTally", "Position", "Recusal", "Resolution", "Summons", "Tally",
  "CommitteeMember", "CouncilConnection", "CouncilMember", "HeldRight", "PersonRecordConnection", "RetentionRule",
  ...["account", "endCouncil", "endLeave", "endRole", "grantRole", "inviteAccount", "inviteWorker", "nameStandIn", "resetPassword", "setCommittee", "setCouncil", "openPoint", "amendPoint", "closePoint", "reopenPoint", "planContactDays", "recordContactDay", "changeDuty", "cancelContactDay"].map(payloadOf),
  ...[
    "addAffected", "addToAgenda", "assignAction", "cancelMeeting", "endItemUnresolved", "holdMeeting", "nameCause", "noteInvitation", "openMeeting", "proposeOption", "recordMeeting", "recordStatement",
    "recuseAttendee", "removeAttendance", "resolveItem", "signInToMeeting", "summonMeeting", "takePosition",
  ].map(payloadOf),
  "AgreementSignature", "AgreementTerm", "MediationActionState", "MediationConnection", "MediationDeadline", "MediationParty", "PartyStatement", "ReturnVisit",
  ...["agreeTerms", "applyForConfirmation", "endMediation", "establishFacts", "extendMediation", "hearParty", "nameMediator", "openMediation", "performTerm", "recordConfirmation", "recordConsent", "recordOralAgreement", "recordReturnVisit", "removeMediator", "sealAgreement", "signAgreement"].map(payloadOf),
  "ContractorConnection", "ContractorRating", "CostActionState", "CostDocument", "CostFinal", "CostFund", "CostObjection", "CostPayout", "CostPlanConnection", "CostPreview", "CostPublicity", "CostQuote", "CostReceipt", "CostRefund", "CostShare", "FeeStatement", "FeeStatementFinal", "FeeStatementRow", "PreviewedShare",
  ...["addContractor", "addPlanDocument", "addQuote", "amendContractor", "answerCostObjection", "approvePlanDocument", "cancelCosts", "chooseQuote", "objectToCosts", "openCostPlan", "payRefund", "publiciseCosts", "publishFinalStatement", "rateContractor", "recordFeeRefusal", "recordPayout", "recordReceipt", "removeQuote", "setCostFunds", "setCostMethod", "setFinalAccount", "settleCosts", "startCollecting", "voidReceipt", "waiveShare"].map(payloadOf),
  "CallAskedType", "CallInvitationConnection", "CaseHelper", "DepartmentFigure", "ExpertConnection", "ExpertEffect", "ExpertEffectCell", "ExpertTie", "OverdueWhistleConnection",
  ...["addExpert", "amendExpert", "answerExpertCall", "answerFact", "askFact", "callExpert", "confirmExpert", "releaseExpert", "withdrawExpert", "withdrawFact"].map(payloadOf),
  "AuditBreach", "AuditConnection", "AuditSubject", "AuditVerification", "Board", "BoardColumnPage", "BoardLane", "BuildingConnection", "CaseActionState", "CaseAssignment", "CaseConnection", "CaseEdge",
  "CaseHold", "CaseParty", "CasePlaceType", "CaseRespondent", "CaseResult", "CaseSegment", "CompoundConnection", "Due", "Fund",
  "DeliverableAcceptance", "ProjectActionState", "ProjectAppraisal", "ProjectCarriedOver", "ProjectFiling", "ProjectInspection", "ProjectObjection", "ProjectSpending", "ProjectStory", "ProjectYear", "StoryConsent", "StoryMilestone", "StoryNumber",
  ...["addCaseToProject", "adoptOpinion", "abandonProject", "acceptDeliverable", "amendProjectPlan", "answerProjectObjection", "appraiseProject", "carryOverProject", "completeMilestone", "explainShortfall", "fileCollectiveStudy", "handOverProject", "markExemplary", "nameInspector", "objectToProject", "publiciseProject", "recordInspection", "recordSpending", "requestStrikeOff", "returnProject", "returnStrikeOff", "runProject", "setProgrammes", "signAcceptance", "strikeOffProject", "submitProject"].map(payloadOf),
  "PageInfo", "PendingAsk", "ProjectConnection", "Refusal", "Viewer", "ViewerRole", "Worker", "AssignCasesPayload",
  "Indicator", "IndicatorCaseConnection", "IndicatorPoint", "IndicatorReport", "IndicatorRow", "IndicatorRowConnection", "MonthReport", "Risk", "RiskReason", "WarningConnection",
  "PublicationConnection", "PublicationFacts", "PublicationLine", "PublicationTable", "PublicComment", "RedactionType", ...["draftPublication", "amendPublication", "publishPublication", "takeDownPublication", "showComment", "hideComment", "answerComment", "takeUpObjection"].map(payloadOf),
  ...["setDeadlines", "setWipLimits", "setCategories", "setTemplates", "publishCalendar"].map(payloadOf),
  "CategoryLeaf", "CommunityCategories", "DeadlineSetting", "WipLimit", "TextTemplate", "DeadlinePreview", "OverdueUnder", "Recomputed", "CalendarPreviewAnswer", "CalendarPreview", "CalendarMoves", "CalendarMovesOfLevel", "MovedDeadline",
  "CollectionPointConnection", "CompoundContact", "ContactDayConnection", "Coverage", "OpeningSpan", "SpokenPlace", "ActionItemConnection", "CompleteActionPayload", "AddOpinionPayload", "CollectOpinionPayload", "LikelyDuplicate", "OpinionConnection", "EscalateCasesPayload", "RemoveAttachmentPayload", "RevealedPersonalData", "RevealPersonalDataPayload", ...Object.keys(verbs).map(payloadOf),
];

const standing = gql`
  fragment Standing on Case {
    id
    status
    level
    maxLevel
    kind
    closedAt
  }
`;

/** The moved card's fields and nothing else, from what the cache knows of it; null when nothing moves or it is unknown. */
function moved(cache: Cache, action: CaseAction, id: unknown, given: VerbGiven) {
  const card = typeof id === "string" ? cache.readFragment<Standing>(standing, { __typename: "Case", id } as never) : null;
  const next = card && nextCard(action, card, given, new Date().toISOString());
  return next && { __typename: "Case", id, ...next };
}

/**
 * Optimistic answers, for whoever sends the verb (board, drawer, palette). Graphcache keeps each in a layer of its own that
 * holds the one card's fields: a refusal takes back that layer only, and what others moved meanwhile stays.
 */
const optimistic: NonNullable<CacheExchangeOpts["optimistic"]> = Object.fromEntries(
  Object.entries(verbs).map(([field, action]) => [
    field,
    (args: Record<string, unknown>, cache: Cache) => {
      const input = args["input"] as VerbGiven & { id?: unknown };
      return { __typename: payloadOf(field), case: moved(cache, action, input.id, input), refusal: null };
    },
  ]),
);

optimistic["escalateCases"] = (args: Record<string, unknown>, cache: Cache) => {
  const { cases } = args["input"] as { cases: { id: string }[] };
  const results = cases.map(({ id }) => ({ __typename: "CaseResult", id, case: moved(cache, "escalate", id, {}), refusal: null }));
  return { __typename: "EscalateCasesPayload", results };
};

/** Lists that a new or vanished case changes are asked again; a moved one needs no list: the board places it by its fields. */
function forget(cache: Cache, ...fields: string[]): void {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fields.includes(fieldName)) cache.invalidate("Query", fieldName, args);
  }
}
const forgetLists = (_result: unknown, _args: unknown, cache: Cache) => forget(cache, "board", "boardLanes");
const forgetNotices = (_result: unknown, _args: unknown, cache: Cache) => forget(cache, "notices", "unreadNotices");
const forgetTrees = (_result: unknown, _args: unknown, cache: Cache) => forget(cache, "categoryTrees");
const forgetViews = (_result: unknown, _args: unknown, cache: Cache) => forget(cache, "savedViews");

/** Exported for the tests, which build a cache without a network. */
const cacheOptions: CacheExchangeOpts = {
  keys: {
    ...Object.fromEntries(embedded.map((name) => [name, () => null])),
    Committee: (committee) => (typeof committee["communityCode"] === "string" ? committee["communityCode"] : null),
    CommunitySettings: (settings) => (typeof settings["communityCode"] === "string" ? settings["communityCode"] : null),
    CalendarYear: (year) => (typeof year["year"] === "number" && typeof year["version"] === "number" ? `${year["year"]}.${year["version"]}` : null),
    Messenger: (messenger) => (typeof messenger["communityCode"] === "string" ? messenger["communityCode"] : null),
    Area: (area) => (typeof area["code"] === "string" ? area["code"] : null),
  },
  resolvers: {
    Query: {
      // A drawer opened from a card shows what the card knew, until the whole case arrives.
      case: (parent, args, cache, info) =>
        typeof args["id"] === "string" ? { __typename: "Case", id: args["id"] } : cache.resolve(info.parentKey, "case", args) as never,
    },
  },
  optimistic,
  updates: {
    Mutation: {
      collectOpinion: forgetLists,
      splitCase: forgetLists,
      unmergeCase: forgetLists,
      appealCase: forgetLists,
      mergeCase: forgetLists,
      markNoticesRead: forgetNotices,
      markAllNoticesRead: forgetNotices,
      saveView: forgetViews,
      deleteView: forgetViews,
      setCategories: forgetTrees,
    },
  },
};

export const makeCacheExchange = () => cacheExchange(cacheOptions);
