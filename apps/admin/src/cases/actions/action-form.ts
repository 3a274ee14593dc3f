import type { Drop } from "@bandeng/domain";
import type { ComponentType, LazyExoticComponent } from "react";
import type { CaseCardFragment, RefusalCode } from "../../graphql/graphql.ts";

/** What a form hands back: the case as it is now, or why nothing was done. */
export type ActionResult =
  | { case: CaseCardFragment }
  | { refusal: { code: RefusalCode; message: string; currentVersion?: number | null } };

/** The form of one action on a case; it sends the mutation itself. It stands in a popover of the board or in the drawer. */
export interface ActionFormProps {
  card: CaseCardFragment;
  /** What a drop on the board asked for, such as a lawful skip to the community. */
  drop?: Drop;
  onDone(result: ActionResult): void;
  onCancel(): void;
}

export type ActionForm = LazyExoticComponent<ComponentType<ActionFormProps>>;
