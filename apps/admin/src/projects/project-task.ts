import type { ProjectAction } from "@bandeng/domain";
import type { ProjectShownFragment } from "../graphql/graphql.ts";

/** What somebody is about to do: the row of the table, and what it concerns. */
export interface ProjectTask {
  action: ProjectAction;
  /** A milestone, a deliverable, an objection or a month ("2024-04"), where it was chosen already. */
  about?: string;
}

/** What each part of the page is given. */
export interface PartGiven {
  project: ProjectShownFragment;
  /** Why something is not possible now; undefined when it is. */
  block: (action: ProjectAction) => string | undefined;
  onTask: (task: ProjectTask) => void;
}

/** What each form of an act is given. */
export interface TaskFormProps {
  task: ProjectTask;
  project: ProjectShownFragment;
  onDone: () => void;
  onClose: () => void;
}
