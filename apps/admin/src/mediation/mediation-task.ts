import type { MediationAction } from "@bandeng/domain";
import type { MediationShownFragment } from "../graphql/graphql.ts";

/** What somebody is about to record: the row of the table, and what it concerns. */
export interface MediationTask {
  action: MediationAction;
  /** A party's key, a term's or a mediator's id, where it was chosen already. */
  about?: string;
  /** Of `sign`: who signs. */
  signer?: "PARTY" | "MEDIATOR";
}

/** What each part of the page is given. */
export interface PartGiven {
  mediation: MediationShownFragment;
  /** Why something is not possible now; undefined when it is. */
  block: (action: MediationAction) => string | undefined;
  onTask: (task: MediationTask) => void;
}
