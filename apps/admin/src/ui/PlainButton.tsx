import type { ComponentProps } from "react";
import { buttonLook, type ButtonSize, type ButtonVariant } from "./button-look.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface PlainButtonProps extends Omit<ComponentProps<"button">, "type" | "disabled"> {
  variant?: Extract<ButtonVariant, "plain" | "quiet">;
  size?: ButtonSize;
  icon?: IconName | undefined;
  iconAfter?: IconName | undefined;
  /** The name of a button that is only an icon: read out, and shown where the pointer rests. */
  iconLabel?: string | undefined;
  /** Its act is on its way: it takes no other press, and says so. */
  isPending?: boolean;
}

/**
 * A native button that looks as Button does, for the first view: React Aria's presses and tooltips weigh 30 KB gz, and come
 * with what these buttons open. Everywhere else: Button and IconButton.
 */
export function PlainButton({ variant = "plain", size = "body", icon, iconAfter, iconLabel, isPending = false, className, children, onClick, ...given }: PlainButtonProps) {
  const isIcon = iconLabel !== undefined;
  const look = buttonLook({ variant, size, iconOnly: isIcon, className });
  return (
    <button
      {...given}
      type="button"
      {...(isIcon ? { "aria-label": iconLabel, title: iconLabel } : {})}
      {...(isPending ? { "aria-disabled": true, "aria-busy": true } : {})}
      onClick={(event) => {
        if (isPending) return;
        // Safari gives the focus to no button that is pressed: what opens here gives it back to this one.
        event.currentTarget.focus();
        onClick?.(event);
      }}
      className={`${look} hover:bg-hover active:bg-pressed`}
    >
      {isPending ? <Icon name="refresh" size="small" className="animate-turn" /> : icon && <Icon name={icon} size={isIcon ? "body" : "small"} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size="small" />}
    </button>
  );
}
