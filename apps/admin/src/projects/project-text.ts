import { closingMoment, type ProjectState } from "@bandeng/domain";
import type { Tone } from "../ui/tone.ts";

/** A day as a moment, so that it is told in the language of the page. */
export const noonOf = (day: string): string => `${day}T12:00:00+08:00`;

export const stateTone = {
  DRAFT: "neutral", SUBMITTED: "accent", RETURNED: "warn", PUBLICISED: "accent", RUNNING: "accent", STRIKE_OFF_REQUESTED: "warn", STRUCK_OFF: "good", ABANDONED: "neutral",
} as const satisfies Record<ProjectState, Tone>;

/** The way of a project; RETURNED stands where DRAFT does. */
export const stages = ["DRAFT", "SUBMITTED", "PUBLICISED", "RUNNING", "STRIKE_OFF_REQUESTED", "STRUCK_OFF"] as const satisfies readonly ProjectState[];

/** States in which milestones and inspections are a matter of time. */
const underWay: readonly ProjectState[] = ["RUNNING", "STRIKE_OFF_REQUESTED"];

interface StepGiven {
  doneAt?: string | null;
  dueOn: string;
}

/** How a milestone stands: done, past its day, the nearest of the others, or still ahead. */
export function stepsOf<Step extends StepGiven>(milestones: readonly Step[], state: ProjectState, now: number): (Step & { standing: "done" | "late" | "next" | "ahead" })[] {
  const runs = underWay.includes(state);
  const next = milestones.filter(({ doneAt }) => !doneAt).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  return milestones.map((step) => {
    if (step.doneAt) return { ...step, standing: "done" };
    if (runs && Date.parse(closingMoment(step.dueOn)) < now) return { ...step, standing: "late" };
    return { ...step, standing: runs && step === next ? "next" : "ahead" };
  });
}

/** "2024-04" as year and month. */
export function monthParts(month: string): readonly [year: number, month: number] {
  const [year = "0", n = "1"] = month.split("-");
  return [Number(year), Number(n)];
}
