import { parseDate } from "@internationalized/date";
import { Button } from "react-aria-components/Button";
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from "react-aria-components/Calendar";
import { DateInput, DatePicker, DateSegment } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { useWords } from "../words/useWords.tsx";
import { classes } from "./classes.ts";
import { boxLook, fieldColumn, FieldFrame, type FieldFrameProps } from "./field-look.tsx";
import { Icon } from "./Icon.tsx";
import { panelLook } from "./Popover.tsx";

export interface DateFieldProps extends FieldFrameProps {
  /** A calendar day, "2024-08-26"; null when none is chosen. No time, no zone. */
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string;
  max?: string;
  isRequired?: boolean;
  /** Days that cannot be chosen, such as those that are not worked. */
  isUnavailable?: (day: string) => boolean;
}

/** A day, typed in parts or chosen in a calendar. Heavy (the calendar): import it in lazy chunks only. */
export function DateField(given: DateFieldProps) {
  const { label, hideLabel, description, error, className, value, onChange, min, max, isRequired, isUnavailable } = given;
  const words = useWords();
  return (
    <DatePicker
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
      {...(min ? { minValue: parseDate(min) } : {})}
      {...(max ? { maxValue: parseDate(max) } : {})}
      {...(isUnavailable ? { isDateUnavailable: (day) => isUnavailable(day.toString()) } : {})}
      isInvalid={error !== undefined}
      isRequired={isRequired ?? false}
      shouldForceLeadingZeros
      className={`group ${fieldColumn} ${className ?? ""}`}
    >
      <FieldFrame {...{ label, hideLabel: hideLabel ?? false, description, error }} requiredWord={isRequired ? words.ui.required : undefined}>
        <Group className={boxLook}>
          <DateInput className="flex min-w-0 flex-1 items-center px-2">
            {(segment) => (
              <DateSegment
                segment={segment}
                className={classes(
                  segment.type !== "literal" && "inline-flex min-h-6 min-w-6 items-center justify-center px-1",
                  "rounded-[3px] text-ink outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-ink-soft data-placeholder:data-focused:text-on-accent",
                )}
              />
            )}
          </DateInput>
          <Button
            className="flex min-w-control items-center justify-center self-stretch rounded-one text-ink-soft data-hovered:bg-hover"
          >
            <Icon name="calendar" size="small" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} containerPadding={8} className={panelLook}>
        <Dialog className="p-3 outline-none">
          <MonthCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function MonthCalendar() {
  const words = useWords();
  const step = "inline-flex size-control items-center justify-center rounded-one data-hovered:bg-hover data-disabled:opacity-40";
  return (
    <Calendar firstDayOfWeek="mon">
      <header className="mb-1 flex items-center">
        <Button slot="previous" aria-label={words.ui.previousMonth} className={step}>
          <Icon name="chevron-left" size="small" />
        </Button>
        <Heading className="flex-1 text-center font-medium" />
        <Button slot="next" aria-label={words.ui.nextMonth} className={step}>
          <Icon name="chevron-right" size="small" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell className="pb-1 text-small font-normal text-ink-soft">{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="flex size-control items-center justify-center rounded-one data-hovered:bg-hover data-outside-month:hidden data-selected:bg-accent data-selected:text-on-accent data-unavailable:text-ink-soft data-unavailable:line-through data-disabled:text-ink-soft data-today:font-semibold data-today:underline"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
