import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";

/** What every field has around its control. */
export interface FieldFrameProps {
  label: string;
  /** The label is read out but not drawn (a filter bar, a table cell). */
  hideLabel?: boolean;
  /** One line of help under the label. */
  description?: string | undefined;
  /** What is wrong, in words; also marks the field as invalid. Given by the caller (a domain refusal, a form). */
  error?: string | undefined;
  className?: string;
}

export const fieldColumn = "flex min-w-0 flex-col gap-1";
export const labelLook = "text-body font-medium text-ink";
/** The box around an input: border 3:1, red with an icon and words when wrong. */
export const boxLook =
  "flex min-h-control min-w-0 items-center rounded-one border border-line-strong bg-surface text-body text-ink data-hovered:border-ink data-focus-within:outline-2 data-focus-within:outline-focus data-focus-within:outline-offset-1 group-data-invalid:border-bad";
export const inputLook =
  "min-w-0 flex-1 self-stretch bg-transparent px-2 text-body text-ink outline-none focus-visible:outline-none data-focus-visible:outline-none";

/** Label, the control, then description and error; the required mark is words, not an asterisk alone. */
export function FieldFrame({
  label,
  hideLabel = false,
  description,
  error,
  requiredWord,
  children,
}: FieldFrameProps & { requiredWord?: string | undefined; children: ReactNode }) {
  return (
    <>
      <Label className={hideLabel ? "sr-only" : labelLook}>
        {label}
        {/* Hidden from screen readers, which hear "required" from the field itself. */}
        {requiredWord && (
          <span aria-hidden="true" className="ms-1 text-small font-normal text-ink-soft">
            ({requiredWord})
          </span>
        )}
      </Label>
      {children}
      {description && (
        <Text slot="description" className="text-small text-ink-soft">
          {description}
        </Text>
      )}
      <FieldError className="text-small text-bad">{error ? () => error : undefined}</FieldError>
    </>
  );
}
