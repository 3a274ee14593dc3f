import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";

export interface Segment<Id extends string = string> {
  id: Id;
  label: string;
  icon?: IconName;
  /** Draws the icon only; the label is read out. */
  hideLabel?: boolean;
}

export interface SegmentedControlProps<Id extends string> {
  label: string;
  segments: readonly Segment<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
}

/** One of two to five, all in view: a view, a theme. Exactly one is always on. */
export function SegmentedControl<Id extends string>({ label, segments, value, onChange, className }: SegmentedControlProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(String(key) as Id);
      }}
      className={`inline-flex max-w-full rounded-one border border-line-strong bg-surface p-px ${className ?? ""}`}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          aria-label={segment.label}
          className="inline-flex min-h-[calc(var(--control)-4px)] min-w-control-small flex-auto items-center justify-center gap-1.5 rounded-one px-2.5 text-body whitespace-nowrap text-ink-soft data-hovered:bg-hover data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent-ink"
        >
          {segment.icon && <Icon name={segment.icon} size="small" />}
          {!segment.hideLabel && segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
