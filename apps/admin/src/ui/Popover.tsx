import type { ReactNode, RefObject } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";

/** The panel of popovers, menus and lists. */
export const panelLook =
  "max-w-[calc(100vw-1rem)] rounded-one bg-raised text-body text-ink shadow-one outline-none data-entering:animate-appear overflow-auto";

export interface PopoverProps {
  /** The name of the popover for screen readers (or let the content carry a Heading with slot="title"). */
  label: string;
  /** A Button or IconButton that opens it. Leave it out and give `triggerRef` with `isOpen` to place it elsewhere. */
  trigger?: ReactNode;
  triggerRef?: RefObject<Element | null>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  placement?: "bottom start" | "bottom end" | "bottom" | "top start" | "top end" | "top" | "right" | "left";
  className?: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small panel beside what opened it: a filter, a reason to be given. Escape closes it, the focus goes back. */
export function Popover({ label, trigger, triggerRef, isOpen, onOpenChange, placement = "bottom start", className, children }: PopoverProps) {
  const opening = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange ? { onOpenChange } : {}),
  };
  const panel = (
    <AriaPopover
      placement={placement}
      offset={4}
      containerPadding={8}
      {...(trigger ? {} : opening)}
      {...(triggerRef ? { triggerRef } : {})}
      className={`${panelLook} ${className ?? ""}`}
    >
      <AriaDialog aria-label={label} className="p-3 outline-none">
        {typeof children === "function" ? ({ close }) => children(close) : children}
      </AriaDialog>
    </AriaPopover>
  );
  return trigger ? (
    <DialogTrigger {...opening}>
      {trigger}
      {panel}
    </DialogTrigger>
  ) : (
    panel
  );
}
