import type { CaseAction, Drop } from "@bandeng/domain";
import type { CaseCardFragment } from "../../graphql/graphql.ts";

/** What an act led to, for whoever opened the form. */
export interface ActionDone {
  action: CaseAction;
  /** The case as the server has it now; null when the act took it out of the viewer's sight. */
  case: CaseCardFragment | null;
}

/** What every action form is given; it draws its own heading, fields, errors and buttons, and fits into 18 rem. */
export interface ActionFormProps {
  card: CaseCardFragment;
  /** What a drop on the board meant: fills in what the drop has decided already. */
  drop?: Drop | undefined;
  onDone: (result: ActionDone) => void;
  onCancel: () => void;
}
