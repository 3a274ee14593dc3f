import type { NoticePhrases } from "./notice-sentence.ts";
import { localDateOf, type Instant } from "../deadline/moment.ts";

const when = (at: Instant | null): string => {
  if (at === null) return "";
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  return `${localDateOf(at)} ${hour}:${at.slice(14, 16)}`;
};
const due = (at: Instant | null): string => (at === null ? "" : `, due ${when(at)}`);
const on = (at: Instant | null): string => (at === null ? "" : ` (${when(at)})`);

/** One sentence per notice, in English. A missing one does not compile. */
export const noticesEn: NoticePhrases = {
  whole: (title, no) => `“${title}” (${no})`,
  masked: (no) => `a dispute between neighbours (${no})`,
  hidden: "a confidential matter that you cannot see now",
  none: "a matter",
  of: {
    DANGER: (what, at) => `Danger to safety: go and see ${what}${at === null ? "" : ` by ${when(at)}`}.`,
    ASSIGNED: (what, at) => `You lead ${what}${due(at)}.`,
    ASKED_TO_ASSIST: (what) => `You assist with ${what}.`,
    INFORMED: (what) => `For your information: ${what}.`,
    RELIEVED: (what) => `Somebody else leads ${what} now.`,
    RETURNED: (what) => `Returned, and yours to take over: ${what}.`,
    RECEIVED: (what, at) => `It has come to your level: ${what}${due(at)}.`,
    WENT_UP: (what) => `What you lead went up a level: ${what}.`,
    REOPENED: (what) => `What you lead was reopened: ${what}.`,
    MENTIONED: (what) => `You are mentioned in ${what}.`,
    DUE_SOON: (what, at) => `Due ${when(at)}: ${what}.`,
    DUE_TODAY: (what, at) => `Due on that very day, ${when(at)}: ${what}.`,
    OVERDUE: (what, at) => `Overdue since ${when(at)}: ${what}.`,
    ASKED_TO_APPROVE: (what) => `Waiting for your approval: ${what}.`,
    APPEALED: (what) => `The reporter appealed, you decide: ${what}.`,
    ASK_APPROVED: (what) => `Your ask was approved: ${what}.`,
    ASK_TURNED_DOWN: (what) => `Your ask was turned down: ${what}.`,
    OPINION_ANSWERED: (what) => `Answered, tell the reporter: ${what}, which you wrote down.`,
    OPINION_DECLINED: (what) => `Not taken up, tell the reporter: ${what}, which you wrote down.`,
    RESULT: (what) => `Solved, tell the reporter: ${what}, which you wrote down.`,
    DEPARTMENT_REPORTED: (what) => `The department you whistled for has reported: ${what}.`,
    EXPERT_ANSWERED: (what) => `The expert has answered: ${what}.`,
    EXPERT_SILENT: (what) => `The expert did not answer in time, call the next one: ${what}.`,
    SUMMONED: (what, at) => `You are asked to a bench meeting${on(at)} on ${what}.`,
    MEETING_CANCELLED: (what, at) => `Cancelled: the bench meeting${on(at)} on ${what}.`,
    ACTION_ASSIGNED: (what, at) => `A resolution leaves it to you to act on ${what}${due(at)}.`,
    WHISTLED: (what, at) => `The community whistles for your department: ${what}${due(at)}.`,
    CALLED: (what, at) => `The community calls you as an expert: ${what}${at === null ? "" : `, please answer by ${when(at)}`}.`,
    SUPERVISED: (what) => `Supervised from above: ${what}.`,
    MEDIATING: (what) => `You are asked to mediate ${what}.`,
    CONFIRM_BY: (what, at) => `Until ${when(at)} both parties may ask the court to confirm the agreement on ${what}.`,
    PROJECT_TO_REVIEW: (what) => `A secretary project was submitted for review: ${what}.`,
    STRIKE_OFF_ASKED: (what) => `The strike-off of a secretary project was asked for: ${what}.`,
    PROJECT_RETURNED: (what) => `A secretary project was returned, read why: ${what}.`,
    PROJECT_OBJECTED: (what) => `Somebody objects to a secretary project: ${what}.`,
    INSPECTION_MISSING: (what) => `The inspection of a month that is over is missing: ${what}.`,
    WEBHOOK_PAUSED: (what) => `Its receiver took nothing for days or is gone, so sending was paused, resume it when that is put right: ${what}.`,
    MEDIATION_ENDS: (what, at) => `The month for mediation ends ${when(at)}: ${what}.`,
  },
};
