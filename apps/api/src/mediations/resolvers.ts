import { AgreeTerms } from "./agree-terms.ts";
import { ApplyForConfirmation } from "./apply-for-confirmation.ts";
import { EndMediation } from "./end-mediation.ts";
import { EstablishFacts } from "./establish-facts.ts";
import { ExtendMediation } from "./extend-mediation.ts";
import { HearParty } from "./hear-party.ts";
import { NameMediator } from "./name-mediator.ts";
import { OpenMediation } from "./open-mediation.ts";
import { PerformTerm } from "./perform-term.ts";
import { RecordConfirmation } from "./record-confirmation.ts";
import { RecordConsent } from "./record-consent.ts";
import { RecordOralAgreement } from "./record-oral-agreement.ts";
import { RecordReturnVisit } from "./record-return-visit.ts";
import { RemoveMediator } from "./remove-mediator.ts";
import { SealAgreement } from "./seal-agreement.ts";
import { SignAgreement } from "./sign-agreement.ts";

/** The resolvers of mediations. */
export const mediationResolvers = [
  AgreeTerms,
  ApplyForConfirmation,
  EndMediation,
  EstablishFacts,
  ExtendMediation,
  HearParty,
  NameMediator,
  OpenMediation,
  PerformTerm,
  RecordConfirmation,
  RecordConsent,
  RecordOralAgreement,
  RecordReturnVisit,
  RemoveMediator,
  SealAgreement,
  SignAgreement,
] as const;
