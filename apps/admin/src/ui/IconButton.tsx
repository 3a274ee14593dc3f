import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { BlockedButton } from "./Button.tsx";
import { buttonLook, type ButtonSize, type ButtonVariant } from "./button-look.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps
  extends Omit<AriaButtonProps, "children" | "className" | "style" | "isDisabled" | "render" | "aria-label"> {
  icon: IconName;
  /** The name of the action: read out, and shown as the tooltip. */
  label: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** See Button. */
  disabledReason?: string | undefined;
  /** Draws the icon filled and the button as held down (a star, a toggle). Sets aria-pressed. */
  isOn?: boolean;
  tooltipPlacement?: "top" | "bottom" | "left" | "right";
  /** Off where the label stands beside the button anyway, or a menu opens over it. */
  hasTooltip?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon; its label is its accessible name and its tooltip. */
export function IconButton({
  icon,
  label,
  variant = "quiet",
  size = "body",
  disabledReason,
  isOn,
  tooltipPlacement = "top",
  hasTooltip = true,
  className,
  ...given
}: IconButtonProps) {
  const look = buttonLook({
    variant,
    size,
    blocked: disabledReason !== undefined,
    iconOnly: true,
    className: `${isOn ? "text-accent" : ""} ${className ?? ""}`,
  });
  const drawing = <Icon name={icon} filled={isOn ?? false} size={size === "small" ? "small" : "body"} />;
  if (disabledReason !== undefined) {
    return (
      <BlockedButton {...given} className={look} aria-label={label} reason={`${label} · ${disabledReason}`}>
        {drawing}
      </BlockedButton>
    );
  }
  const button = (
    <AriaButton {...given} {...(isOn === undefined ? {} : { "aria-pressed": isOn })} aria-label={label} className={look}>
      {drawing}
    </AriaButton>
  );
  return hasTooltip ? (
    <Tooltip text={label} placement={tooltipPlacement}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
