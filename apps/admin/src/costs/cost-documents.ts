import { graphql } from "../graphql/gql.ts";

/** Whose door: never a name. */
graphql(`
  fragment CostDoor on Door {
    id
    building
    unitNo
    floor
    room
    shop
  }
`);

/** A cost plan as a line of the list, and in the drawer of its case. */
graphql(`
  fragment CostLine on CostPlan {
    id
    no
    version
    title
    state
    areaCode
    totalFen
    toShareFen
    dueFen
    paidFen
    refusedFen
    waivedFen
    balanceFen
    publicity {
      place
      from
      until
    }
    households {
      owedFen
    }
    openedAt
    settledAt
    case {
      id
      no
      title
    }
  }
`);

/** All of it. */
graphql(`
  fragment CostShown on CostPlan {
    ...CostLine
    quotes {
      id
      totalFen
      note
      at
      contractor {
        id
        name
        version
        licence
        averageStars
        jobs
        ratings {
          stars
          words
          costPlan {
            id
          }
        }
      }
    }
    chosenQuoteId
    fewQuotesReason
    funds {
      name
      fen
    }
    method
    basis
    resolution {
      id
      resolution {
        at
        option {
          id
          words
        }
      }
    }
    households {
      household {
        ...CostDoor
      }
      areaCm2
      shareFen
      state
      paidFen
      owedFen
      refusedReason
      waivedReason
      bearer {
        ...CostDoor
      }
      bearerFund
      refundFen
    }
    documents {
      id
      version
      note
      addedAt
      addedBy {
        id
        name
      }
      approvedAt
      approvedBy {
        id
        name
      }
      attachment {
        id
        name
        url
      }
    }
    openObjections
    objections {
      id
      words
      at
      answer
      answeredAt
    }
    receipts {
      id
      no
      fen
      method
      at
      voidedAt
      voidReason
      household {
        ...CostDoor
      }
      payer {
        ...CostDoor
      }
      collector {
        id
        name
      }
    }
    payouts {
      id
      fen
      note
      at
      contractor {
        id
        name
      }
      by {
        id
        name
      }
    }
    refunds {
      id
      fen
      paidAt
      method
      household {
        ...CostDoor
      }
    }
    final {
      totalFen
      note
      savedFen
      at
      by {
        id
        name
      }
      publicity {
        place
        from
        until
      }
    }
    actions {
      action
      allowed
      message
    }
  }
`);

export const costPlansDocument = graphql(`
  query CostPlans($areas: [ID!]!, $states: [CostState!], $overdueOnly: Boolean!, $first: Int!, $after: String) {
    costPlans(areas: $areas, states: $states, overdueOnly: $overdueOnly, first: $first, after: $after) {
      nodes {
        ...CostLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const costPlanDocument = graphql(`
  query CostPlanWhole($id: ID!) {
    costPlan(id: $id) {
      ...CostShown
    }
  }
`);

export const caseCostDocument = graphql(`
  query CaseCost($id: ID!) {
    case(id: $id) {
      id
      costPlan {
        ...CostLine
      }
      costOpening {
        allowed
        message
      }
    }
  }
`);

/** What the shares would be, by a method that is only being looked at. */
export const costPreviewDocument = graphql(`
  query CostPreview($costPlanId: ID!, $method: CostMethod!, $households: [ID!]) {
    costPreview(costPlanId: $costPlanId, method: $method, households: $households) {
      toShareFen
      households {
        areaCm2
        shareFen
        household {
          ...CostDoor
        }
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

/** What the case's meetings agreed on: a method other than the law's rests on one of these. */
export const caseResolutionsDocument = graphql(`
  query CostResolutions($id: ID!) {
    case(id: $id) {
      id
      agendaItems {
        id
        resolution {
          at
          option {
            id
            words
          }
        }
      }
    }
  }
`);

/** Papers and photos of the case: a version of the plan document is one of them. */
export const casePapersDocument = graphql(`
  query CostPapers($id: ID!) {
    case(id: $id) {
      id
      attachments {
        ...AttachmentShown
      }
    }
  }
`);

/** The public statement: by room, without names. */
export const feeStatementDocument = graphql(`
  query FeeStatement($costPlanId: ID!) {
    feeStatement(costPlanId: $costPlanId) {
      title
      no
      method
      basis
      totalFen
      toShareFen
      paidFen
      openFen
      paidOutFen
      refundedFen
      balanceFen
      funds {
        name
        fen
      }
      rows {
        room
        shareFen
        paidFen
        refundFen
        state
      }
      publicity {
        place
        from
        until
      }
      final {
        totalFen
        savedFen
        publicity {
          place
          from
          until
        }
      }
    }
  }
`);
