import { graphql } from "../graphql/gql.ts";

export const recordConsentDocument = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const extendMediationDocument = graphql(`
  mutation ExtendMediation($input: ExtendMediationInput!) {
    extendMediation(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const nameMediatorDocument = graphql(`
  mutation NameMediator($input: NameMediatorInput!) {
    nameMediator(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const removeMediatorDocument = graphql(`
  mutation RemoveMediator($input: RemoveMediatorInput!) {
    removeMediator(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const hearPartyDocument = graphql(`
  mutation HearParty($input: HearPartyInput!) {
    hearParty(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const establishFactsDocument = graphql(`
  mutation EstablishFacts($input: EstablishFactsInput!) {
    establishFacts(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const agreeTermsDocument = graphql(`
  mutation AgreeTerms($input: AgreeTermsInput!) {
    agreeTerms(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const signAgreementDocument = graphql(`
  mutation SignAgreement($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const sealAgreementDocument = graphql(`
  mutation SealAgreement($input: SealAgreementInput!) {
    sealAgreement(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordOralAgreementDocument = graphql(`
  mutation RecordOralAgreement($input: RecordOralAgreementInput!) {
    recordOralAgreement(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const performTermDocument = graphql(`
  mutation PerformTerm($input: PerformTermInput!) {
    performTerm(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordReturnVisitDocument = graphql(`
  mutation RecordReturnVisit($input: RecordReturnVisitInput!) {
    recordReturnVisit(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const applyForConfirmationDocument = graphql(`
  mutation ApplyForConfirmation($input: ApplyForConfirmationInput!) {
    applyForConfirmation(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordConfirmationDocument = graphql(`
  mutation RecordConfirmation($input: RecordConfirmationInput!) {
    recordConfirmation(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const endMediationDocument = graphql(`
  mutation EndMediation($input: EndMediationInput!) {
    endMediation(input: $input) {
      mediation {
        ...MediationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
