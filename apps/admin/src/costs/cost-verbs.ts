import { graphql } from "../graphql/gql.ts";

export const addQuoteDocument = graphql(`
  mutation AddQuote($input: AddQuoteInput!) {
    addQuote(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const removeQuoteDocument = graphql(`
  mutation RemoveQuote($input: RemoveQuoteInput!) {
    removeQuote(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const chooseQuoteDocument = graphql(`
  mutation ChooseQuote($input: ChooseQuoteInput!) {
    chooseQuote(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setCostFundsDocument = graphql(`
  mutation SetCostFunds($input: SetCostFundsInput!) {
    setCostFunds(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setCostMethodDocument = graphql(`
  mutation SetCostMethod($input: SetCostMethodInput!) {
    setCostMethod(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const addPlanDocumentDocument = graphql(`
  mutation AddPlanDocument($input: AddPlanDocumentInput!) {
    addPlanDocument(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const approvePlanDocumentDocument = graphql(`
  mutation ApprovePlanDocument($input: ApprovePlanDocumentInput!) {
    approvePlanDocument(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const publiciseCostsDocument = graphql(`
  mutation PubliciseCosts($input: PubliciseCostsInput!) {
    publiciseCosts(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const objectToCostsDocument = graphql(`
  mutation ObjectToCosts($input: ObjectToCostsInput!) {
    objectToCosts(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const answerCostObjectionDocument = graphql(`
  mutation AnswerCostObjection($input: AnswerCostObjectionInput!) {
    answerCostObjection(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const startCollectingDocument = graphql(`
  mutation StartCollecting($input: StartCollectingInput!) {
    startCollecting(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordReceiptDocument = graphql(`
  mutation RecordReceipt($input: RecordReceiptInput!) {
    recordReceipt(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const voidReceiptDocument = graphql(`
  mutation VoidReceipt($input: VoidReceiptInput!) {
    voidReceipt(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordFeeRefusalDocument = graphql(`
  mutation RecordFeeRefusal($input: RecordFeeRefusalInput!) {
    recordFeeRefusal(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const waiveShareDocument = graphql(`
  mutation WaiveShare($input: WaiveShareInput!) {
    waiveShare(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const recordPayoutDocument = graphql(`
  mutation RecordPayout($input: RecordPayoutInput!) {
    recordPayout(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const setFinalAccountDocument = graphql(`
  mutation SetFinalAccount($input: SetFinalAccountInput!) {
    setFinalAccount(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const payRefundDocument = graphql(`
  mutation PayRefund($input: PayRefundInput!) {
    payRefund(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const publishFinalStatementDocument = graphql(`
  mutation PublishFinalStatement($input: PublishFinalStatementInput!) {
    publishFinalStatement(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const settleCostsDocument = graphql(`
  mutation SettleCosts($input: SettleCostsInput!) {
    settleCosts(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const cancelCostsDocument = graphql(`
  mutation CancelCosts($input: CancelCostsInput!) {
    cancelCosts(input: $input) {
      costPlan {
        ...CostShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const openCostPlanDocument = graphql(`
  mutation OpenCostPlan($input: OpenCostPlanInput!) {
    openCostPlan(input: $input) {
      costPlan {
        ...CostLine
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const addContractorDocument = graphql(`
  mutation AddContractor($input: AddContractorInput!) {
    addContractor(input: $input) {
      contractor {
        ...ContractorShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const amendContractorDocument = graphql(`
  mutation AmendContractor($input: AmendContractorInput!) {
    amendContractor(input: $input) {
      contractor {
        ...ContractorShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const rateContractorDocument = graphql(`
  mutation RateContractor($input: RateContractorInput!) {
    rateContractor(input: $input) {
      contractor {
        ...ContractorShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
