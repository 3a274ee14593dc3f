import { SegmentedControl, type SegmentedControlProps } from "../../ui/SegmentedControl.tsx";

/** One of two to five that always has a value: side by side under its name, in one line even on a phone. */
export function LabelledSegments<Id extends string>(given: SegmentedControlProps<Id>) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      {/* The control carries the same name for screen readers. */}
      <span aria-hidden="true" className="font-medium">
        {given.label}
      </span>
      <SegmentedControl {...given} />
    </div>
  );
}
