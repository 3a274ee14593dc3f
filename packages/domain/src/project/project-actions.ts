import type { ProjectState } from "./project.ts";
import { rights } from "../people/rights.ts";

/**
 * By what right somebody does something to a project.
 * OWNER: the secretary it belongs to, while in office. SECRETARY: whoever holds that office in the community now.
 * CLERK, DEPUTY: of the community.
 * STREET_OFFICER, DISTRICT_OFFICER: of the street and the district above. INSPECTOR: the person they named to strike it
 * off. ANY_IN_SCOPE: whoever reads it.
 */
export type ProjectStanding = "OWNER" | "SECRETARY" | "DEPUTY" | "CLERK" | "STREET_OFFICER" | "DISTRICT_OFFICER" | "INSPECTOR" | "ANY_IN_SCOPE";

/** One row of the projects' table. */
export interface ProjectActionRow {
  /** States it may be done in. */
  readonly from: readonly ProjectState[];
  /** Any one of these rights is enough. */
  readonly by: readonly ProjectStanding[];
  /** Refused to everybody who owns the project or ever owned it: nobody judges his own promise. */
  readonly neverOwner: boolean;
  /** The state it leads to; SAME keeps it. */
  readonly to: ProjectState | "SAME";
}

/** States in which a project still wants something from somebody. */
export const openProjectStates = ["DRAFT", "SUBMITTED", "RETURNED", "PUBLICISED", "RUNNING", "STRIKE_OFF_REQUESTED"] as const satisfies readonly ProjectState[];

type Row = Pick<ProjectActionRow, "from" | "by" | "to"> & Partial<ProjectActionRow>;

function row({ from, by, to, neverOwner = false }: Row): ProjectActionRow {
  return { from, by, to, neverOwner };
}

/**
 * The projects' table: action × state × right. *Adopt* has no row: there is no project yet, and its right stands in the
 * table of cases. Practice of secretary projects: the secretary promises, the street (or the
 * district, REVIEW_PROJECTS) reviews, publicises and strikes off.
 */
export const projectActions = {
  amendPlan: row({ from: ["DRAFT", "RETURNED"], by: ["OWNER"], to: "SAME" }),
  addCase: row({ from: ["DRAFT", "SUBMITTED", "RETURNED", "PUBLICISED", "RUNNING"], by: ["OWNER"], to: "SAME" }),
  fileStudy: row({ from: ["DRAFT", "RETURNED"], by: ["OWNER", "DEPUTY", "CLERK"], to: "SAME" }),
  setProgrammes: row({ from: openProjectStates, by: ["OWNER", "CLERK"], to: "SAME" }),
  submit: row({ from: ["DRAFT", "RETURNED"], by: ["OWNER"], to: "SUBMITTED" }),
  returnPlan: row({ from: ["SUBMITTED"], by: rights.REVIEW_PROJECTS, neverOwner: true, to: "RETURNED" }),
  publicise: row({ from: ["SUBMITTED"], by: rights.REVIEW_PROJECTS, neverOwner: true, to: "PUBLICISED" }),
  object: row({ from: ["PUBLICISED"], by: ["ANY_IN_SCOPE"], to: "SAME" }),
  answerObjection: row({ from: ["PUBLICISED"], by: ["OWNER"], to: "SAME" }),
  run: row({ from: ["PUBLICISED"], by: ["OWNER"], to: "RUNNING" }),
  completeMilestone: row({ from: ["RUNNING"], by: ["OWNER"], to: "SAME" }),
  acceptDeliverable: row({ from: ["RUNNING"], by: ["OWNER"], to: "SAME" }),
  signAcceptance: row({ from: ["RUNNING"], by: ["OWNER", "CLERK"], to: "SAME" }),
  explainShort: row({ from: ["RUNNING"], by: ["OWNER"], to: "SAME" }),
  // The secretary looks at the work each month, and whoever judges it may.
  inspect: row({ from: ["RUNNING", "STRIKE_OFF_REQUESTED"], by: ["OWNER", "DEPUTY", "INSPECTOR", ...rights.REVIEW_PROJECTS], to: "SAME" }),
  spend: row({ from: ["RUNNING", "STRIKE_OFF_REQUESTED"], by: ["OWNER", "CLERK"], to: "SAME" }),
  carryOver: row({ from: openProjectStates, by: ["OWNER"], to: "SAME" }),
  requestStrikeOff: row({ from: ["RUNNING"], by: ["OWNER"], to: "STRIKE_OFF_REQUESTED" }),
  nameInspector: row({ from: openProjectStates, by: rights.REVIEW_PROJECTS, neverOwner: true, to: "SAME" }),
  returnStrikeOff: row({ from: ["STRIKE_OFF_REQUESTED"], by: [...rights.REVIEW_PROJECTS, "INSPECTOR"], neverOwner: true, to: "RUNNING" }),
  strikeOff: row({ from: ["STRIKE_OFF_REQUESTED"], by: [...rights.REVIEW_PROJECTS, "INSPECTOR"], neverOwner: true, to: "STRUCK_OFF" }),
  abandon: row({ from: openProjectStates, by: ["OWNER"], to: "ABANDONED" }),
  appraise: row({ from: ["RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF"], by: rights.REVIEW_PROJECTS, neverOwner: true, to: "SAME" }),
  markExemplary: row({ from: ["STRUCK_OFF"], by: rights.REVIEW_PROJECTS, neverOwner: true, to: "SAME" }),
  handOver: row({ from: openProjectStates, by: ["SECRETARY", "STREET_OFFICER"], to: "SAME" }),
} as const satisfies Record<string, ProjectActionRow>;

export type ProjectAction = keyof typeof projectActions;

/** The names of all actions, in the table's order. */
export const projectActionNames = Object.keys(projectActions) as readonly ProjectAction[];
