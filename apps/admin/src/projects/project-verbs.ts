import { graphql } from "../graphql/gql.ts";

export const amendProjectPlanDocument = graphql(`
  mutation AmendProjectPlan($input: AmendProjectPlanInput!) {
    amendProjectPlan(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const submitProjectDocument = graphql(`
  mutation SubmitProject($input: SubmitProjectInput!) {
    submitProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const returnProjectDocument = graphql(`
  mutation ReturnProject($input: ReturnProjectInput!) {
    returnProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const publiciseProjectDocument = graphql(`
  mutation PubliciseProject($input: PubliciseProjectInput!) {
    publiciseProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const runProjectDocument = graphql(`
  mutation RunProject($input: RunProjectInput!) {
    runProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const completeMilestoneDocument = graphql(`
  mutation CompleteMilestone($input: CompleteMilestoneInput!) {
    completeMilestone(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const acceptDeliverableDocument = graphql(`
  mutation AcceptDeliverable($input: AcceptDeliverableInput!) {
    acceptDeliverable(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const signAcceptanceDocument = graphql(`
  mutation SignAcceptance($input: SignAcceptanceInput!) {
    signAcceptance(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const explainShortfallDocument = graphql(`
  mutation ExplainShortfall($input: ExplainShortfallInput!) {
    explainShortfall(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordInspectionDocument = graphql(`
  mutation RecordInspection($input: RecordInspectionInput!) {
    recordInspection(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordSpendingDocument = graphql(`
  mutation RecordSpending($input: RecordSpendingInput!) {
    recordSpending(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setProgrammesDocument = graphql(`
  mutation SetProgrammes($input: SetProgrammesInput!) {
    setProgrammes(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const fileCollectiveStudyDocument = graphql(`
  mutation FileCollectiveStudy($input: FileCollectiveStudyInput!) {
    fileCollectiveStudy(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const addCaseToProjectDocument = graphql(`
  mutation AddCaseToProject($input: AddCaseToProjectInput!) {
    addCaseToProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const objectToProjectDocument = graphql(`
  mutation ObjectToProject($input: ObjectToProjectInput!) {
    objectToProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const answerProjectObjectionDocument = graphql(`
  mutation AnswerProjectObjection($input: AnswerProjectObjectionInput!) {
    answerProjectObjection(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const carryOverProjectDocument = graphql(`
  mutation CarryOverProject($input: CarryOverProjectInput!) {
    carryOverProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const requestStrikeOffDocument = graphql(`
  mutation RequestStrikeOff($input: RequestStrikeOffInput!) {
    requestStrikeOff(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const returnStrikeOffDocument = graphql(`
  mutation ReturnStrikeOff($input: ReturnStrikeOffInput!) {
    returnStrikeOff(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const strikeOffProjectDocument = graphql(`
  mutation StrikeOffProject($input: StrikeOffProjectInput!) {
    strikeOffProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const nameInspectorDocument = graphql(`
  mutation NameInspector($input: NameInspectorInput!) {
    nameInspector(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const abandonProjectDocument = graphql(`
  mutation AbandonProject($input: AbandonProjectInput!) {
    abandonProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const handOverProjectDocument = graphql(`
  mutation HandOverProject($input: HandOverProjectInput!) {
    handOverProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const appraiseProjectDocument = graphql(`
  mutation AppraiseProject($input: AppraiseProjectInput!) {
    appraiseProject(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const markExemplaryDocument = graphql(`
  mutation MarkExemplary($input: MarkExemplaryInput!) {
    markExemplary(input: $input) {
      project {
        ...ProjectShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
