import type { MediationShownFragment } from "../graphql/graphql.ts";
import type { MediationTask } from "./mediation-task.ts";

/** What each form of an act is given. */
export interface TaskFormProps {
  task: MediationTask;
  mediation: MediationShownFragment;
  onDone: () => void;
  onClose: () => void;
}
