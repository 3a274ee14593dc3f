import { type ReactNode, type Ref, useId, useState } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { useWords } from "../words/useWords.tsx";
import { buttonLook, type ButtonSize, type ButtonVariant } from "./button-look.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { Tooltip } from "./Tooltip.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style" | "isDisabled" | "render"> {
  children?: ReactNode;
  /** primary: at most one in view. quiet: no border until touched. danger: what cannot be taken back. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  iconAfter?: IconName;
  /**
   * Why the action is not possible now. The button stays in the tab order, says so in a tooltip (on a phone when pressed)
   * and to screen readers, and does nothing. There is no other way to disable a button here.
   */
  disabledReason?: string | undefined;
  /** Takes the width of its container. */
  wide?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A press does something. (What goes somewhere is a Link.) */
export function Button({ variant = "plain", size = "body", icon, iconAfter, disabledReason, wide, className, children, ...given }: ButtonProps) {
  const look = buttonLook({ variant, size, blocked: disabledReason !== undefined, iconOnly: false, className: `${wide ? "w-full" : ""} ${className ?? ""}` });
  const content = (
    <>
      {given.isPending ? <Icon name="refresh" size="small" className="animate-turn" /> : icon && <Icon name={icon} size="small" />}
      {children}
      {iconAfter && <Icon name={iconAfter} size="small" />}
    </>
  );
  if (disabledReason === undefined) {
    return (
      <AriaButton {...given} className={look}>
        {content}
      </AriaButton>
    );
  }
  return (
    <BlockedButton {...given} className={look} reason={disabledReason}>
      {content}
    </BlockedButton>
  );
}

interface BlockedButtonProps extends Omit<AriaButtonProps, "children" | "className" | "isDisabled"> {
  reason: string;
  className: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that only says why it does nothing; shared by Button and IconButton. */
export function BlockedButton({ reason, children, onPress: _never, type: _type, ...given }: BlockedButtonProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const reasonId = useId();
  const described = [given["aria-describedby"], reasonId].filter(Boolean).join(" ");
  return (
    <>
      <Tooltip text={reason} delay={0} isOpen={isOpen} onOpenChange={setOpen}>
        {/* type="button": a form must not be sent by a button that says it does nothing. */}
        <AriaButton {...given} type="button" aria-disabled="true" aria-describedby={described} onPress={() => setOpen(true)}>
          {children}
        </AriaButton>
      </Tooltip>
      <VisuallyHidden id={reasonId}>{words.ui.notNow(reason)}</VisuallyHidden>
    </>
  );
}
