import type { BoardColumn } from "../case/board.ts";
import type { CaseAction, Standing } from "../case/case-actions.ts";
import type { DueKind } from "../case/case-due.ts";
import type { CaseEventType, EscalationCause } from "../case/case-events.ts";
import type { AssignmentRole, CaseKind, CaseLevel, CaseStatus, ContactKind, DeclineReason, HoldReason, Satisfaction, Severity, UrgencyTag } from "../case/case.ts";
import type { Channel } from "../case/collect.ts";
import type { CallAnswer, CallOutcome } from "../case/expert-call.ts";
import type { CostAction, CostActorStanding } from "../cost/cost-actions.ts";
import type { CostEventType } from "../cost/cost-events.ts";
import type { CostMethod, CostState, PayMethod, ShareState } from "../cost/cost-plan.ts";
import type { ContractorEventType } from "../cost/keep-contractor.ts";
import type { CouncilEventType } from "../council/council-events.ts";
import type { CouncilCategory } from "../council/council.ts";
import type { ContactDayAction } from "../contact-day/contact-day-actions.ts";
import type { ContactDayEventType } from "../contact-day/contact-day-events.ts";
import type { ContactDayState } from "../contact-day/contact-day.ts";
import type { NoticeTopic } from "../notice/notice-kinds.ts";
import type { CallStanding } from "../expert/call-standing.ts";
import type { ExpertEventType } from "../expert/expert-events.ts";
import type { ExpertSkill, TieKind } from "../expert/expert.ts";
import type { MediationAction, MediationStanding } from "../mediation/mediation-actions.ts";
import type { MediationDeadlineKind } from "../mediation/mediation-deadlines.ts";
import type { MediationEventType } from "../mediation/mediation-events.ts";
import type { AgreementForm, EndCause, MediationState, SignatureKind } from "../mediation/mediation.ts";
import type { AffectedOrigin, AffectedScope, ProposerKind, Stance, UnresolvedReason } from "../meeting/agenda-item.ts";
import type { ConsensusRule } from "../meeting/consensus.ts";
import type { MeetingAction, MeetingStanding } from "../meeting/meeting-actions.ts";
import type { AgendaEventType, MeetingEventType } from "../meeting/meeting-events.ts";
import type { AttendeeRole, InvitationWay, InviteeKind, MeetingForm, MeetingStatus, SignInKind } from "../meeting/meeting.ts";
import type { Post } from "../people/party-committee.ts";
import type { PeopleEventType } from "../people/people-events.ts";
import type { Right } from "../people/rights.ts";
import type { Role } from "../people/roles.ts";
import type { AreaKind } from "../place/area-code.ts";
import type { PointEventType } from "../point/point-events.ts";
import type { PointKind } from "../point/point.ts";
import type { ProjectNames } from "./project-names.ts";
import type { PublicationNames } from "./publication-names.ts";
import type { SettingNames } from "./setting-names.ts";

/** The two languages the rules speak. Chinese is the source. */
export type PhraseLanguage = "zh" | "en";

type Named<Key extends string> = { readonly [K in Key]: string };

/** What everything in the closed lists is called, in one language. A name that is missing, or one too many, does not compile. */
export interface Names extends ProjectNames, PublicationNames, SettingNames {
  readonly kind: Named<CaseKind>;
  readonly status: Named<CaseStatus>;
  readonly level: Named<CaseLevel>;
  readonly severity: Named<Severity>;
  readonly tag: Named<UrgencyTag>;
  readonly role: Named<Role>;
  /** By what right somebody acts: a role, or a relation to the case. */
  readonly standing: Named<Exclude<Standing, Role>>;
  readonly action: Named<CaseAction>;
  readonly event: Named<CaseEventType>;
  readonly column: Named<BoardColumn>;
  readonly channel: Named<Channel>;
  readonly assignment: Named<AssignmentRole>;
  readonly contact: Named<ContactKind>;
  readonly satisfaction: Named<Satisfaction>;
  readonly holdReason: Named<HoldReason>;
  readonly declineReason: Named<DeclineReason>;
  readonly escalationCause: Named<EscalationCause>;
  readonly due: Named<DueKind>;
  readonly ask: Named<"HOLD" | "EXTEND">;
  /** How a mediation ended. */
  readonly outcome: Named<"REACHED" | "NOT_REACHED">;
  /** The states of a whistle: blown, reported on, released. */
  readonly whistle: Named<"BLOWN" | "REPORTED" | "RELEASED">;
  /** Everything of the policy that is no act on one case or project. */
  readonly right: Named<Right>;
  /** Offices of a Party committee. */
  readonly post: Named<Post>;
  readonly peopleEvent: Named<PeopleEventType>;
  /** As what somebody sits on a bench council. */
  readonly councilCategory: Named<CouncilCategory>;
  readonly councilEvent: Named<CouncilEventType>;
  /** What somebody can be told of, by what it is about. */
  readonly noticeTopic: Named<NoticeTopic>;
  /** What an expert of the talent pool can be called for. */
  readonly expertSkill: Named<ExpertSkill>;
  /** Whether an expert can be called to a case. */
  readonly callStanding: Named<CallStanding>;
  readonly callAnswer: Named<CallAnswer>;
  readonly callOutcome: Named<CallOutcome>;
  readonly tieKind: Named<TieKind>;
  readonly expertEvent: Named<ExpertEventType>;
  readonly meetingForm: Named<MeetingForm>;
  readonly meetingStatus: Named<MeetingStatus>;
  readonly meetingAction: Named<MeetingAction>;
  readonly meetingStanding: Named<Exclude<MeetingStanding, Role>>;
  readonly meetingEvent: Named<MeetingEventType>;
  readonly agendaEvent: Named<AgendaEventType>;
  /** As what somebody sits on the bench. */
  readonly attendee: Named<AttendeeRole>;
  readonly signIn: Named<SignInKind>;
  readonly invitation: Named<InvitationWay>;
  readonly invitee: Named<InviteeKind>;
  readonly affectedScope: Named<AffectedScope>;
  readonly affectedOrigin: Named<AffectedOrigin>;
  readonly stance: Named<Stance>;
  readonly proposer: Named<ProposerKind>;
  readonly consensusRule: Named<ConsensusRule>;
  /** Why an item has no resolution. */
  readonly unresolved: Named<UnresolvedReason>;
  readonly areaKind: Named<AreaKind>;
  readonly mediationState: Named<MediationState>;
  readonly mediationAction: Named<MediationAction>;
  readonly mediationStanding: Named<Exclude<MediationStanding, Role>>;
  readonly mediationEvent: Named<MediationEventType>;
  readonly mediationDeadline: Named<MediationDeadlineKind>;
  readonly agreementForm: Named<AgreementForm>;
  readonly signatureKind: Named<SignatureKind>;
  readonly mediationEndCause: Named<EndCause>;
  readonly costState: Named<CostState>;
  readonly costAction: Named<CostAction>;
  readonly costStanding: Named<Exclude<CostActorStanding, Role>>;
  readonly costEvent: Named<CostEventType>;
  readonly costMethod: Named<CostMethod>;
  readonly payMethod: Named<PayMethod>;
  readonly shareState: Named<ShareState>;
  readonly contractorEvent: Named<ContractorEventType>;
  readonly pointKind: Named<PointKind>;
  readonly pointEvent: Named<PointEventType>;
  readonly contactDayState: Named<ContactDayState>;
  readonly contactDayAction: Named<ContactDayAction>;
  readonly contactDayEvent: Named<ContactDayEventType>;
  /** Input fields that a sentence may have to name. */
  readonly field: Named<PhraseField>;
}

/** Every text field the rules look at. */
export const phraseFields = [
  "text", "title", "goTo", "words", "where", "measure", "reason", "result", "tried", "ask", "answer",
  "problem", "goal", "measures", "milestones", "name", "evidence", "finding", "next", "question", "org", "place", "reporterName", "reporterPhone", "facts", "issues", "term", "record",
  "minutes", "what", "pointId", "contactDayId", "proxyId", "externalRef", "office", "hours", "notes", "note", "receiptNo", "licence", "phone", "source",
] as const;
export type PhraseField = (typeof phraseFields)[number];

/** The name of an input field; one that is in no list stands for itself. */
export function fieldName(names: Names, field: string): string {
  return (phraseFields as readonly string[]).includes(field) ? names.field[field as PhraseField] : field;
}
