import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from "react-aria-components/Checkbox";
import { Icon } from "./Icon.tsx";

export interface CheckBoxProps extends Omit<AriaCheckboxProps, "children" | "className" | "style" | "isDisabled" | "render"> {
  /** The label; or give aria-label where the row beside it already says it. */
  children?: ReactNode;
  description?: string;
  className?: string;
}

/** On or off, alone or in a list; `isIndeterminate` for "some of them". */
export function CheckBox({ children, description, className, ...given }: CheckBoxProps) {
  return (
    <AriaCheckbox
      {...given}
      className={`group/check inline-flex min-h-control items-start gap-2 rounded-one py-[calc((var(--control)-var(--line-body))/2)] ${children ? "" : "min-w-control-small justify-center"} ${className ?? ""}`}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="mt-0.5 flex size-4 large:size-5 shrink-0 items-center justify-center rounded-[3px] border border-line-strong bg-surface group-data-hovered/check:border-ink group-data-indeterminate/check:border-accent group-data-indeterminate/check:bg-accent group-data-invalid/check:border-bad group-data-selected/check:border-accent group-data-selected/check:bg-accent">
            {(isSelected || isIndeterminate) && <Icon name={isIndeterminate ? "minus" : "check"} size="small" className="text-on-accent" />}
          </span>
          {children && (
            <span className="min-w-0">
              <span className="block">{children}</span>
              {description && <span className="block text-small text-ink-soft">{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
