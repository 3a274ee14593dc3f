import { AccountForm, InviteAccountForm, ResetForm, type SimpleAct } from "./AccountForms.tsx";
import { EndLeaveForm, EndRoleForm } from "./EndForms.tsx";
import { GrantForm } from "./GrantForm.tsx";
import { type Link, LinkOnce } from "./LinkOnce.tsx";
import type { RoleHeld, StandIn } from "./person-acts.ts";
import type { PersonFormProps } from "./person-form.ts";
import { StandInForm } from "./StandInForm.tsx";

/** What is being done about a person. */
export type PersonTask =
  | { act: "grant" | "standIn" | "inviteAccount" | "reset" | SimpleAct }
  | { act: "end"; role: RoleHeld }
  | { act: "endLeave"; standIns: readonly StandIn[] }
  | { act: "link"; link: Link | null };

/** The form of an act, or the link that came of it. */
export function PersonForm({ task, onEnd, ...given }: PersonFormProps & { task: PersonTask; onEnd: () => void }) {
  switch (task.act) {
    case "grant":
      return <GrantForm {...given} />;
    case "standIn":
      return <StandInForm {...given} />;
    case "endLeave":
      return <EndLeaveForm {...given} standIns={task.standIns} />;
    case "end":
      return <EndRoleForm {...given} role={task.role} />;
    case "inviteAccount":
      return <InviteAccountForm {...given} />;
    case "reset":
      return <ResetForm {...given} />;
    case "link":
      return <LinkOnce link={task.link} onDone={onEnd} />;
    default:
      return <AccountForm {...given} act={task.act} />;
  }
}
