import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";

export interface TooltipProps {
  /** What is told on hover and on keyboard focus; it also describes the trigger to screen readers. */
  text: string;
  /** One focusable React Aria element (Button, Link); wrap anything else in React Aria's Focusable. */
  children: ReactElement;
  placement?: "top" | "bottom" | "left" | "right";
  /** Milliseconds of resting before it shows; 0 where the tooltip carries the reason for something. */
  delay?: number;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A short explanation beside a control. Never the only place of something that must be known on a phone. */
export function Tooltip({ text, children, placement = "top", delay = 500, isOpen, onOpenChange }: TooltipProps) {
  return (
    <TooltipTrigger
      delay={delay}
      closeDelay={80}
      {...(isOpen === undefined ? {} : { isOpen, shouldCloseOnPress: false })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 max-w-72 rounded-one bg-tip px-2 py-1 text-small text-on-tip data-entering:animate-appear"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
