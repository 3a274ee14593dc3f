import { integrationFields } from "./integration-fields.ts";

/**
 * Under which rule each field of the schema is answered: the register that the generated matrix (src/matrix) holds the
 * running server against. A field without a line here, or a line without a field, fails the build (field-policy.test.ts).
 * The program itself does not read it: what somebody sees is decided by access/scope.ts and row level security.
 */
export const fieldPolicies = {
  SIGNED_IN: { zh: "每个登录的人都能看到", en: "Everybody who is signed in sees it" },
  SELF: { zh: "只有本人能看到", en: "Only the person it is about sees it" },
  SHARED: { zh: "本人，以及共享给其工作范围的人能看到", en: "Its owner sees it, and those who work where it is shared" },
  CASE_VISIBLE: { zh: "看得到该事项的人都能看到，保密纠纷也显示", en: "Whoever sees the case sees it, of a masked dispute too" },
  CASE_WHOLE: { zh: "能看到事项全部内容的人才能看到，保密纠纷不显示", en: "Whoever sees the case whole sees it; of a masked dispute it is hidden" },
  MEETING: { zh: "看得到议程上每件事项全部内容的人，以及召集人、记录人能看到", en: "Whoever sees every case on its agenda whole, and its convener and recorder" },
  AGENDA: { zh: "能看到事项全部内容的人，以及该会议的召集人、记录人能看到", en: "Whoever sees the case whole, and convener and recorder of the meeting" },
  PROJECT: { zh: "在该社区或上级工作的人，以及验收人能看到", en: "Whoever works in the project's community or above it, and its inspector" },
  COMMUNITY: { zh: "在该社区工作的人能看到", en: "Whoever works in the community sees it" },
  NEAR: { zh: "同一区的工作人员能看到", en: "Whoever works in the same district sees it" },
  RESIDENTS: { zh: "在该社区做居民工作的人能看到，姓名已隐去", en: "Whoever works with residents there sees it, masked" },
  PERSON: { zh: "同区同事显示姓名，所服务社区的居民只显示姓氏，其他人不显示", en: "A colleague of the district by name, a resident of one's community by surname, nobody else" },
  COUNTED: { zh: "只统计当前人员看得到的事项", en: "Counts only what the viewer sees" },
  ADMIN: { zh: "该区的系统管理员能看到", en: "System administrators of the area see it" },
  RIGHT: { zh: "按权限表", en: "As the table of rights says" },
  ACT: { zh: "按办理规则表，不可办的给出原因", en: "As the tables of actions and rights say; a refusal gives its reason" },
  CONTENT: { zh: "与其中的内容相同", en: "As what it contains" },
  PARENT: { zh: "与所属内容相同", en: "As what it belongs to" },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type FieldPolicy = keyof typeof fieldPolicies;

/** The fields of a type, by rule. `*Payload` stands for every type whose name ends so and that has no line of its own. */
type TypePolicy = Partial<Record<FieldPolicy, readonly string[]>>;

const words = (text: string): readonly string[] => text.split(/\s+/);
const all = (policy: FieldPolicy, fields: string): TypePolicy => ({ [policy]: words(fields) });

const fieldRegister: Readonly<Record<string, TypePolicy>> = {
  Query: {
    SIGNED_IN: words("area areas calendarYears feed retentionPolicy"),
    SELF: words("myExpertCalls myActionItems viewer notices unreadNotices noticePreferences"),
    SHARED: ["savedViews"],
    CASE_VISIBLE: words("board boardLanes case cases overdueWhistles"),
    MEETING: words("meeting meetings"),
    CASE_WHOLE: words("affectedHouseholds callbacksDue warnings likelyDuplicates opinion opinions mediation mediations costPlan costPlans costPreview feeStatement"),
    PROJECT: words("project projects projectStory projectYear responsibilityList"),
    COMMUNITY: words("contractors publication publications collectionPoint collectionPoints contactDays coverage buildings compounds communitySettings categoryTrees councils doors"),
    NEAR: words("committee departments workers"),
    RESIDENTS: ["residents"],
    CONTENT: ["node", "changes"],
    COUNTED: words("departmentFigures expertEffect deadlinePreview calendarPreview indicators indicatorSeries indicatorTable indicatorCases monthReport"),
    RIGHT: words("apiKeys webhook webhooks redaction experts people personRecord messenger"),

    ADMIN: ["audit"],
  },
  Mutation: all(
    "ACT",
    `addCaseToProject adoptOpinion answerProjectObjection appraiseProject carryOverProject fileCollectiveStudy handOverProject markExemplary nameInspector objectToProject recordInspection recordSpending returnStrikeOff setProgrammes signAcceptance
    draftPublication amendPublication publishPublication takeDownPublication showComment hideComment answerComment takeUpObjection addExpert amendExpert answerExpertCall answerFact askFact callExpert confirmExpert releaseExpert withdrawExpert withdrawFact abandonProject amendPoint cancelContactDay changeDuty closePoint openPoint planContactDays recordContactDay reopenPoint acceptCase acceptDeliverable adoptCase amendCase amendProjectPlan answerCase appealCase approveAsk assignCase assignCases blowWhistle
    addAffected addToAgenda assignAction cancelMeeting completeAction endItemUnresolved holdMeeting nameCause noteInvitation openMeeting proposeOption recordMeeting recordStatement recuseAttendee
    removeAttendance resolveItem signInToMeeting summonMeeting takePosition
    closeCase collectOpinion addOpinion ingestOpinion createApiKey amendApiKey rotateApiKey revokeApiKey completeMilestone correctCase declineCase deleteView deliberateCase erasePerson escalateCase escalateCases explainShortfall exportPerson extendCase holdCase
    mergeCase publiciseProject recordCallback recordContact referUpCase releaseWhistle reopenCase reportForDuty requestStrikeOff resolveCase resumeCase returnOrder
    addContractor addPlanDocument addQuote amendContractor answerCostObjection approvePlanDocument cancelCosts chooseQuote objectToCosts openCostPlan payRefund publiciseCosts publishFinalStatement rateContractor recordFeeRefusal
    recordPayout recordReceipt removeQuote setCostFunds setCostMethod setFinalAccount settleCosts startCollecting voidReceipt waiveShare
    agreeTerms applyForConfirmation endMediation establishFacts extendMediation hearParty nameMediator openMediation performTerm recordConfirmation recordConsent recordOralAgreement recordReturnVisit removeMediator sealAgreement signAgreement
    returnProject revealPersonalData runProject saveView sendDownCase splitCase startCase strikeOffProject submitProject superviseCase turnDownAsk unmergeCase withdrawCase setCommittee nameStandIn removeSecondFactor unlockAccount enableAccount disableAccount resetPassword inviteAccount inviteWorker grantRole markAllNoticesRead markNoticesRead createWebhook amendWebhook rotateWebhookSecret pauseWebhook resumeWebhook removeWebhook testWebhook replayWebhook resendDelivery setNoticePreferences setMessenger testMessenger removeMessenger publishCalendar setCategories setDeadlines setTemplates setWipLimits endRole endLeave setCouncil endCouncil removeAttachment`,
  ),
  AddOpinionPayload: all("CONTENT", "case opinion refusal"),
  CollectOpinionPayload: all("CONTENT", "case opinion refusal"),
  "*Payload": all("CONTENT", "publication meeting agendaItem contactDay contactDays point case project refusal results person link committee council mediation expert calendarYear settings costPlan contractor"),
  CaseResult: { CONTENT: words("case refusal"), SELF: ["id"] },
  RevealPersonalDataPayload: { RIGHT: ["revealed"], CONTENT: ["refusal"] },
  RevealedPersonalData: all("RIGHT", "address name phone"),
  ExportPersonPayload: { RIGHT: words("csv json"), CONTENT: ["refusal"] },
  ErasePersonPayload: { RIGHT: ["erased"], CONTENT: ["refusal"] },
  RetentionRule: all("SIGNED_IN", "basis days key what"),
  Refusal: all("PARENT", "code currentVersion message path"),

  Viewer: all("SELF", "can convenes person roles stage username"),
  HeldRight: all("SELF", "action areas"),
  ViewerRole: all("SELF", "actions areaCode areaName buildingId from role to"),
  PersonRecord: { RIGHT: words("account areaCode id name roles") },
  PersonRecordConnection: all("CONTENT", "nodes pageInfo"),
  RoleHeld: all("RIGHT", "areaCode areaName from id inForce of role standsInFor standsInForName to"),
  Account: all("ADMIN", "lastSignInAt lockedUntil secondFactor state username"),
  AccessLink: all("ADMIN", "expiresAt path"),
  Committee: all("NEAR", "communityCode members termFrom termTo"),
  Council: { COMMUNITY: words("areaCode areaName from id inForce members name to version"), PERSON: ["convener"] },
  DoorConnection: all("CONTENT", "nodes pageInfo"),
  CouncilConnection: all("CONTENT", "nodes pageInfo"),
  CouncilMember: { PARENT: words("category from inForce personId to"), PERSON: ["person"] },
  CommitteeMember: { PARENT: ["post"], PERSON: ["person"] },
  Notice: { SELF: words("at id kind moment readAt sentence subject topic urgent"), CASE_VISIBLE: ["case"], PERSON: ["by"] },
  NoticeConnection: all("CONTENT", "nodes pageInfo"),
  NoticeSubject: all("PARENT", "id kind"),
  NoticePreferences: all("SELF", "outside quietFrom quietTo"),
  MarkNoticesReadPayload: all("SELF", "marked unread"),
  CalendarYear: { SIGNED_IN: words("current daysOff publishedAt publishedOn source version workDays year"), RIGHT: ["recomputed"] },
  Recomputed: all("RIGHT", "done left"),
  CalendarPreviewAnswer: all("CONTENT", "preview refusal"),
  CalendarPreview: { COUNTED: words("communities counted moved"), CASE_VISIBLE: ["sample"] },
  CalendarMoves: { COUNTED: words("levels moved"), SIGNED_IN: words("communityCode communityName") },
  CalendarMovesOfLevel: all("COUNTED", "level moved"),
  MovedDeadline: all("CASE_VISIBLE", "case from to"),
  CommunitySettings: all("COMMUNITY", "categories communityCode deadlines templates version wipLimits"),
  DeadlineSetting: all("PARENT", "default fixed name unit value"),
  WipLimit: all("PARENT", "column limit"),
  CategoryLeaf: all("PARENT", "branch en id kinds off own zh"),
  TextTemplate: all("PARENT", "body id kind name"),
  CommunityCategories: all("COMMUNITY", "categories communityCode"),
  DeadlinePreview: { COUNTED: ["overdue"], CONTENT: ["refusal"] },
  OverdueUnder: all("COUNTED", "kind level now open would"),
  Messenger: all("RIGHT", "communityCode deliveries earlierUntil setAt url"),
  Delivery: all("PARENT", "attempts createdAt failure id nextAt state status test"),
  SetMessengerPayload: { RIGHT: words("messenger secret"), CONTENT: ["refusal"] },
  RemoveMessengerPayload: { RIGHT: ["messenger"], CONTENT: ["refusal"] },
  TestMessengerPayload: { RIGHT: ["messenger"], CONTENT: ["refusal"] },
  Expert: all("RIGHT", "answered areaCode areaName asked available confirmed confirmedAt id medianMinutes name org personId skills standing ties version"),
  ExpertConnection: all("CONTENT", "nodes pageInfo"),
  ExpertTie: { RIGHT: words("kind personId"), PERSON: ["person"] },
  ExpertCall: { PARENT: words("ask asked calledAt endedAt id outcome skills waiting"), PERSON: ["calledBy"] },
  CallAskedType: { PARENT: words("answer answeredAt askedAt personId replyDueAt"), PERSON: ["person"] },
  CaseHelper: { PARENT: ["personId"], PERSON: ["person"] },
  CaseFact: { PARENT: words("answer answeredAt askedAt attachmentId evidence id question withdrawnAt"), PERSON: words("answeredBy askedBy") },
  CallInvitation: all("SELF", "ask calledAt category gridCode gridName id replyDueAt skills"),
  CallInvitationConnection: all("CONTENT", "nodes pageInfo"),
  ExpertEffect: all("COUNTED", "withExpert without"),
  ExpertEffectCell: all("COUNTED", "medianDays n"),
  Indicator: all("COUNTED", "definition den hidden key num preliminary provisional unit value"),
  IndicatorReport: { COUNTED: ["indicators"], SIGNED_IN: words("asOf live withoutDisputes") },
  IndicatorPoint: { COUNTED: ["indicators"], SIGNED_IN: words("from to") },
  IndicatorRow: all("COUNTED", "indicators key name"),
  IndicatorRowConnection: { COUNTED: ["totalCount"], CONTENT: words("nodes pageInfo") },
  IndicatorCaseConnection: { CASE_WHOLE: ["nodes"], COUNTED: words("hidden notShown"), CONTENT: ["pageInfo"] },
  MonthReport: { COUNTED: words("byArea byCategory byKind indicators json year"), SIGNED_IN: words("area areaName asOf month title") },
  OverdueWhistle: { CASE_WHOLE: words("ask blownAt departmentId departmentName id onSiteDueAt onSiteLateDays replyDueAt replyLateDays"), CONTENT: ["case"] },
  OverdueWhistleConnection: all("CONTENT", "nodes pageInfo"),
  DepartmentFigure: all("COUNTED", "all departmentId departmentName inTime late overdue released waiting"),
  SavedView: { SHARED: words("id mine name search shared") },
  Person: { PERSON: words("id name") },
  Worker: { NEAR: words("id name roles"), COUNTED: ["leads"] },
  Resident: { RESIDENTS: words("id name address") },
  Department: all("NEAR", "id name"),

  AuditConnection: { CONTENT: words("nodes pageInfo"), ADMIN: ["verifiedUpTo"] },
  AuditRow: { ADMIN: words("action address after at before code id outcome personId position reason requestId subject"), PERSON: ["person"] },
  AuditSubject: all("PARENT", "id kind"),
  AuditVerification: all("PARENT", "at broken position"),
  AuditBreach: all("PARENT", "auditId kind position"),

  Area: { SIGNED_IN: words("alias children code gridKind initials kind name parentCode pinyin"), PERSON: ["head"] },
  Compound: all("COMMUNITY", "buildYear communityCode hasProperty id isOld mainGridCode name pinyin propertyCompany renovationBatch"),
  CompoundConnection: all("CONTENT", "nodes pageInfo"),
  Building: all("COMMUNITY", "address compoundId compoundName floors gridCode id pinyin units"),
  BuildingConnection: all("CONTENT", "nodes pageInfo"),
  Unit: all("PARENT", "households id no"),
  Publication: all("COMMUNITY", "id version kind subjectId areaCode areaName state hangs title body facts days takesComments photoIds draftedBy publishedAt until takenDownAt waiting comments"),
  PublicationConnection: all("CONTENT", "nodes pageInfo"),
  PublicationFacts: all("PARENT", "lines table"),
  PublicationLine: all("PARENT", "label value"),
  PublicationTable: all("PARENT", "columns rows"),
  PublicComment: all("PARENT", "id kind at state words shownWords answer answeredAt"),
  RedactionType: all("RIGHT", "found text"),
  CollectionPoint: {
    COMMUNITY: words("activeFrom areaCode areaName closedOn code dead hours hoursWords id idleDays kind lastOpinionOn name office officePhone opinions opinions30 opinions90 place version"),
    PERSON: ["keeper"],
  },
  CollectionPointConnection: all("CONTENT", "nodes pageInfo"),
  OpeningSpan: all("PARENT", "days from to"),
  SpokenPlace: all("PARENT", "buildingAddress buildingId compoundId compoundName words"),
  ContactDay: { COMMUNITY: words("areaCode areaName date from id movedFrom notes opinions place reached state to version"), PERSON: ["dutyOfficer"] },
  ContactDayConnection: all("CONTENT", "nodes pageInfo"),
  Coverage: { COMMUNITY: words("den num"), CONTENT: words("nodes pageInfo") },
  CompoundContact: all("PARENT", "compoundId covered daysSince hasPoint held lastHeldOn name reached"),
  PageInfo: all("COUNTED", "endCursor hasNextPage"),

  Board: all("CONTENT", "columns"),
  BoardColumnPage: { CONTENT: ["cards"], SIGNED_IN: words("column status"), COUNTED: words("overdue total"), COMMUNITY: ["wipLimit"] },
  BoardLane: all("COUNTED", "key name overdue total"),
  CaseConnection: { CONTENT: words("edges nodes pageInfo"), COUNTED: ["totalCount"] },
  CaseEdge: all("CONTENT", "cursor node"),
  Case: {
    CASE_VISIBLE: words("actions boardColumn closedAt collectedAt due gridCode gridName id kind level no overdue resolvedAt status updatedAt version visibility"),
    CASE_WHOLE: words(
      `agendaItems appealed assignments attachments category costOpening costPlan expertCalls facts helpers mediation events holds lead leadIds maxLevel onSiteDueAt opinions parties pendingAsk place projectId recordedById reopenCount
      respondents segments severity supervised supporters tags title whistles`,
    ),
    PROJECT: ["projectNo"],
    COUNTED: ["risk"],
  },
  Risk: all("PARENT", "level points reasons"),
  RiskReason: all("PARENT", "code points sentence"),
  Warning: { CASE_WHOLE: words("areaCode cases count days id kind reasons since"), PROJECT: ["project"] },
  WarningConnection: all("CONTENT", "nodes pageInfo"),
  Meeting: {
    MEETING: words("actions areaCode areaName attendance attendanceMix confidential councilId form heldAt households id meetsAt minutes openedAt people place placeLevel plannedFor recordedAfterwards signInCode status summons version"),
    AGENDA: ["agenda"],
    PERSON: words("convener recorder"),
  },
  MeetingConnection: all("CONTENT", "edges nodes pageInfo"),
  MeetingEdge: all("CONTENT", "cursor node"),
  MeetingPlace: all("PARENT", "buildingId compoundId unitId words"),
  MeetingActionState: all("PARENT", "action allowed code message"),
  Summons: all("PARENT", "at how label of subjectId"),
  Attendance: { PARENT: words("as at id signature"), COMMUNITY: ["household"], PERSON: ["person"] },
  AttendanceCount: all("PARENT", "as people"),
  Door: all("COMMUNITY", "building floor id room shop unitNo"),
  AgendaItem: {
    AGENDA: words("actionItems addedAt affected ahead causes endedAt id notReached obstacle options positions recusals resolution rule scope statements tally version"),
    CASE_WHOLE: words("conveneBy workingDaysToConvene"),
    CASE_VISIBLE: ["case"],
    MEETING: ["meeting"],
  },
  AffectedHousehold: { PARENT: words("areaCm2 direct invitedOn origin present recused"), COMMUNITY: ["household"] },
  Cause: all("PARENT", "id words"),
  AgendaOption: { PARENT: words("agendaItem id proposedBy words"), MEETING: ["proposer"] },
  Statement: { PARENT: words("id words"), MEETING: ["by"] },
  Position: { PARENT: words("optionId reason stance"), MEETING: ["by"] },
  Recusal: { PARENT: ["reason"], MEETING: ["by"] },
  Tally: all("PARENT", "affected affectedCm2 options present takePart takePartCm2"),
  OptionTally: all("PARENT", "accept against againstCm2 agreeCm2 directAgainst for optionId"),
  Resolution: all("PARENT", "actionItems agendaItem at option rule tally"),
  ActionItem: { PARENT: words("doneAt dueOn id ownerIsResident what"), PERSON: ["owner"], AGENDA: words("agendaItem resolution") },
  ActionItemConnection: all("CONTENT", "nodes pageInfo"),
  Attachment: { PARENT: words("addedAt bytes height id kind mediaType name removable stage takenAt thumbnailUrl url width"), PERSON: ["addedBy"] },
  CaseActionState: all("PARENT", "action allowed code message"),
  CaseAssignment: { PARENT: ["as"], PERSON: ["person"] },
  CaseEvent: { PARENT: words("at corrected due id payload recordedAt seq type words"), PERSON: ["actor"] },
  CaseHold: all("PARENT", "endedAt from reason until"),
  CaseParty: { PARENT: words("key side"), PERSON: ["person"] },
  CostPlan: {
    CASE_WHOLE: words(
      `actions areaCode balanceFen basis cancelReason chosenQuoteId documents dueFen fewQuotesReason final funds households id method no objections openObjections openedAt paidFen payouts publicity quotes receipts refunds
      refusedFen settledAt state title toShareFen totalFen version waivedFen`,
    ),
    CASE_VISIBLE: ["case"],
    AGENDA: ["resolution"],
  },
  CostActionState: all("PARENT", "action allowed code message"),
  CostDocument: { PARENT: words("addedAt approvedAt attachment id note version"), PERSON: words("addedBy approvedBy") },
  CostFinal: { PARENT: words("at note publicity savedFen totalFen"), PERSON: ["by"] },
  CostFund: all("PARENT", "fen name"),
  CostObjection: all("PARENT", "answer answeredAt at id words"),
  CostPayout: { PARENT: words("at fen id note"), COMMUNITY: ["contractor"], PERSON: ["by"] },
  CostPlanConnection: all("CONTENT", "nodes pageInfo"),
  CostPreview: all("CASE_WHOLE", "households refusal toShareFen"),
  CostPublicity: all("PARENT", "from place until"),
  CostQuote: { PARENT: words("at id note totalFen"), COMMUNITY: ["contractor"] },
  CostReceipt: { PARENT: words("at fen household id method no payer voidReason voidedAt"), PERSON: ["collector"] },
  CostRefund: all("PARENT", "fen household id method paidAt"),
  CostShare: all("PARENT", "areaCm2 bearer bearerFund household owedFen paidFen refundFen refusedReason shareFen state waivedReason"),
  PreviewedShare: all("PARENT", "areaCm2 household shareFen"),
  FeeStatement: all("CASE_WHOLE", "balanceFen basis final funds method no openFen paidFen paidOutFen publicity refundedFen rows title toShareFen totalFen"),
  FeeStatementRow: all("PARENT", "paidFen refundFen room shareFen state"),
  FeeStatementFinal: all("PARENT", "at publicity savedFen totalFen"),
  Contractor: all("COMMUNITY", "active areaCode averageStars id jobs licence name phone ratings version"),
  ContractorConnection: all("CONTENT", "nodes pageInfo"),
  ContractorRating: { PARENT: words("at stars words"), CASE_WHOLE: ["costPlan"], PERSON: ["by"] },
  Mediation: {
    CASE_WHOLE: words(
      `actions appliedAt case confirmBy confirmedAt consentAt deadlines dueOn effectiveAt endCause endReason extendedAt facts form id issues no openedAt parties performedAt provisional record
      returnVisits rightToSueNoticedAt round signatures state statements terms termsAt version`,
    ),
    PERSON: ["mediators"],
  },
  MediationActionState: all("PARENT", "action allowed code message"),
  MediationConnection: all("CONTENT", "nodes pageInfo"),
  MediationDeadline: all("PARENT", "dueOn kind termId"),
  MediationParty: { PARENT: words("heardAt key side"), PERSON: ["person"] },
  PartyStatement: all("PARENT", "at id partyKey words"),
  AgreementTerm: all("PARENT", "by doneAt dueOn id what"),
  AgreementSignature: all("PARENT", "at key kind signer"),
  ReturnVisit: { PARENT: words("at id partyKey words"), PERSON: ["by"] },
  CasePlaceType: all("PARENT", "buildingAddress buildingId compoundId compoundName unitId unitNo"),
  CaseRespondent: { PARENT: words("as attempts key resolved satisfaction"), PERSON: ["name"] },
  CaseSegment: all("PARENT", "days dueAt endedAt endedBy extendedBy level no startedAt"),
  CaseWhistle: { PARENT: words("ask blownAt departmentId id onSiteDueAt releasedAt replyDueAt reportedAt result"), NEAR: ["departmentName"] },
  Due: all("PARENT", "at calendar expected kind provisional"),
  ...integrationFields,
  Opinion: {
    COMMUNITY: words("contactDay point"),
    CASE_VISIBLE: ["case"],
    RIGHT: ["slipCode"],
    PARENT: words("anonymous answer answerDueAt answeredAt channel contactDayId externalRef id pointId recordedAt recordedLate voicedAt words"),
    PERSON: words("proxy recordedBy reporter"),
  },
  CallbackAttempt: { PARENT: words("at counts"), PERSON: ["by"] },
  CallbackComplaint: all("PARENT", "at door householdId words"),
  CallbackDue: { CASE_WHOLE: ["case"], PARENT: words("answered complaints dueAt isOverdue respondents result whyNotCall whyNotClose") },
  CallbackDueConnection: { CONTENT: words("edges nodes pageInfo"), COUNTED: ["totalCount"] },
  CallbackDueEdge: all("CONTENT", "cursor node"),
  CallbackEffect: all("PARENT", "effect satisfaction"),
  CallbackRespondent: { PARENT: words("as attempts daysAsked daysNeeded effects isAnonymous isAskedEnough key nextOn noticeAt words"), PERSON: words("name people") },
  OpinionConnection: { CONTENT: words("edges nodes pageInfo"), COUNTED: ["totalCount"] },
  OpinionEdge: all("CONTENT", "cursor node"),
  LikelyDuplicate: all("CONTENT", "case samePlace sameCategory score wordsPercent"),
  PendingAsk: all("PARENT", "askedAs askedBy at days holdReason kind reason until"),

  SecretaryProject: {
    PROJECT: words(
      `actions appraisals budgetFen carriedOver communityCode deliverables dueOn events exemplary filing funds goal id inspections isOverdue measures milestones missingInspections nextMilestone no objections openObjections
      problem programmes progress publicisedAt publicityPlace publicityUntil spending spentFen startedAt state struckOffAt title version year`,
    ),
    PERSON: words("inspector secretary"),
    CASE_VISIBLE: ["cases"],
    CONTENT: ["templateOf"],
  },
  ProjectConnection: { CONTENT: words("nodes pageInfo"), COUNTED: ["totalCount"] },
  ProjectYear: { COUNTED: words("abandoned adopted budgetFen carriedOver drafts due missingInspection onTime publicised running spentFen struckOff submitted"), PARENT: words("areaCode year") },
  ProjectStory: { PROJECT: words("adoptedOn asked basic community consent dissatisfied goal id measures milestones no numbers problem satisfied struckOffOn title year"), CASE_WHOLE: words("after before") },
  StoryConsent: all("PARENT", "accept against for households"),
  StoryMilestone: all("PARENT", "doneOn title weight"),
  StoryNumber: all("PARENT", "label value"),
  ProjectActionState: all("PARENT", "action allowed code message"),
  ProjectEventType: { PARENT: words("at id payload recordedAt seq type words"), PERSON: ["actor"] },
  ProjectFiling: { PARENT: words("at meetingOn words"), PERSON: ["by"] },
  ProjectObjection: all("PARENT", "answer answeredAt at id words"),
  ProjectInspection: { PARENT: words("at finding id late month next"), PERSON: ["by"] },
  ProjectSpending: { PARENT: words("at fen fund id what"), PERSON: ["by"] },
  ProjectCarriedOver: all("PARENT", "at fromYear reason toYear"),
  ProjectAppraisal: { PARENT: words("at grade id words year"), PERSON: ["by"] },
  DeliverableAcceptance: { PARENT: words("accepted at evidence id signedAt"), PERSON: words("by resident"), CASE_WHOLE: ["attachments"] },
  Deliverable: all("PARENT", "acceptances accepted id name planned shortReason"),
  Fund: all("PARENT", "fen name spentFen"),
  Milestone: { PARENT: words("doneAt dueOn evidence id title weight"), CASE_WHOLE: ["attachments"] },
};

function typePolicy(type: string): TypePolicy | undefined {
  return fieldRegister[type] ?? (type.endsWith("Payload") ? fieldRegister["*Payload"] : undefined);
}

/** The rule of a field; undefined when the register has none, which the build refuses. */
export function policyOf(type: string, field: string): FieldPolicy | undefined {
  return (Object.entries(typePolicy(type) ?? {}) as [FieldPolicy, readonly string[]][]).find(([, fields]) => fields.includes(field))?.[0];
}

/** Every line of the register: type, field, rule. */
export function registered(): readonly (readonly [type: string, field: string, policy: FieldPolicy])[] {
  return Object.entries(fieldRegister).flatMap(([type, policies]) =>
    (Object.entries(policies) as [FieldPolicy, readonly string[]][]).flatMap(([policy, fields]) => fields.map((field) => [type, field, policy] as const)),
  );
}
