import { caseActions, type ActionRow } from "../case/case-actions.ts";
import { localDateOf, type Instant } from "../deadline/moment.ts";
import { roleAreas } from "../people/grant-role.ts";
import { rights } from "../people/rights.ts";
import { projectActions, type ProjectActionRow } from "../project/project-actions.ts";
import type { RefusalCode, RefusalData } from "../refusal.ts";
import { fieldName } from "./names.ts";
import { namesEn as names } from "./names-en.ts";
import { isCaseAction, whoMay, whoMayProject } from "./who-may.ts";

const list = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);
const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const moment = (at: Instant): string => {
  // The wall clock of the communities: UTC+8, as in `localDateOf`.
  const hour = String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, "0");
  return `${localDateOf(at)} ${hour}:${at.slice(14, 16)}`;
};
const yuan = (fen: number): string => (fen / 100).toFixed(2);
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** One sentence per refusal, in English: what stands in the way and, where there is one, the way out. A missing one does not compile. */
export const phrasesEn: { readonly [C in RefusalCode]: (data: RefusalData[C]) => string } = {
  NOT_FOUND: () => "Not found, or outside your area.",
  CONFIDENTIAL: () => "A dispute is confidential by law: only its lead, mediators, the grid head and those who run the community see it whole.",
  FORBIDDEN_ROLE: ({ action }) => {
    if (action === "project") return "Only the secretary of the project's community may do this.";
    if (isCaseAction(action)) return `${names.action[action]}: only for ${list(whoMay(caseActions[action], names).map(lower))}.`;
    return `${names.projectAction[action]}: only for ${list(whoMayProject(projectActions[action], names).map(lower))}.`;
  },
  FORBIDDEN_RIGHT: ({ right }) => `${names.right[right]}: only for ${list(rights[right].map((role) => lower(names.role[role])))} of the area.`,
  WRONG_STATUS: ({ action, status }) => {
    const row: ActionRow = caseActions[action];
    return `The case is “${names.status[status]}”. ${names.action[action]}: only while it is ${list(row.from.map((s) => `“${names.status[s]}”`))}.`;
  },
  WRONG_LEVEL: ({ action, level }) => {
    const row: ActionRow = caseActions[action];
    return `The case is at level ${lower(names.level[level])}. ${names.action[action]}: only at ${list(row.levels.map((l) => lower(names.level[l])))}.`;
  },
  WAS_LEAD: () => "You have led this case: somebody who never did has to call back and close.",
  CONFLICT: ({ version }) => `Somebody has just changed it (version ${version}): refresh and try again.`,
  IDEMPOTENCY_KEY_REUSED: () => "This idempotency key was used for another request: send a new one.",
  TEXT_REQUIRED: ({ field }) => `Fill in ${fieldName(names, field)} first.`,
  TEXT_TOO_LONG: ({ field, limit }) => `Shorten ${fieldName(names, field)} to ${limit} characters at most.`,
  DATE_INVALID: () => "There is no such day: give it as year-month-day.",
  EARLIER_THAN_LAST_MOVE: ({ at }) => `The case moved at ${moment(at)}: nothing that moves it can be earlier.`,
  VOICED_AFTER_RECORDED: () => "It cannot have been said later than now.",
  UNKNOWN_PLACE: () => "Its grid is not known yet: choose the place first.",
  OTHER_COMMUNITY: () => "The place belongs to another community: it has to be collected there.",
  UNKNOWN_CATEGORY: () => "There is no such category: choose one of the list.",
  UNKNOWN_PERSON: () => "There is no such person: register them first.",
  CATEGORY_OF_OTHER_KIND: () => "This category is not for this kind of case: change the category or the kind.",
  TWO_PARTIES_NEEDED: () => "A dispute names two parties; one of them may be the anonymous reporter.",
  OPINION_ONLY: () => "Only an opinion can be answered at once: deliberate or start work first.",
  APPEAL_DECIDED_HIGHER: () => "The reporter has appealed: only the secretary or deputy secretary decides now.",
  APPEAL_ONCE: () => "An appeal is possible once, and was made.",
  APPEAL_TOO_LATE: ({ until }) => `The time for an appeal ended on ${until}: it can be reported as a new case.`,
  NOT_A_REPORTER: () => "Only a reporter of this case may do this.",
  NOTHING_TO_AMEND: () => "Nothing has changed, so there is nothing to save.",
  NO_OWNER: ({ level }) => `Nobody else at level ${lower(names.level[level])} can take it back: ask for it to be assigned first.`,
  ASSIGNEE_OUT_OF_SCOPE: () => "This person has no role where the case is: assign somebody of the area.",
  IS_LEAD: () => "This person leads the case: name another lead first.",
  MERGE_SELF: () => "A case cannot be merged with itself: choose another one.",
  MERGE_TARGET_NOT_OPEN: () => "The target has ended: a case can be merged only into an open one.",
  MERGE_NOTHING_IN_COMMON: () => "The two are neither in the same compound nor of the same category.",
  MERGE_KIND: () => "A dispute can be merged only with a dispute.",
  UNMERGE_ONCE: () => "A merge can be undone once, and was.",
  UNMERGE_TOO_LATE: ({ until }) => `The time to undo the merge ended on ${until}: split the case instead.`,
  UNMERGE_TARGET_CLOSED: () => "The case it was merged into has ended: the merge stays.",
  UNMERGE_SPLIT: () => "The opinions that came with it were split since: the merge stays.",
  SPLIT_NEEDS_OPINIONS: () => "Choose the opinions that leave: each side keeps at least one.",
  NOTHING_ASKED: () => "Nothing has been asked for.",
  ASK_PENDING: () => "Something has been asked for already: wait until it is decided.",
  OWN_ASK: () => "Nobody approves what he asked for himself: somebody one role up decides.",
  HOLD_END_PAST: () => "The expected end has to be later than today, and later than the present one.",
  HOLD_NEEDS_SECRETARY: ({ days, limit }) => `The holds would come to ${count(days, "working day")}, more than ${limit}: the secretary or deputy secretary has to approve.`,
  EXTEND_ONCE: () => "Each level can be extended once, and was.",
  EXTEND_TOO_LATE: () => "It is due already: more days can be asked for only before.",
  EXTEND_TOO_LONG: ({ limit }) => `An extension is 1 to ${limit} working days.`,
  BY_MILESTONES: () => "A secretary project has adopted it: its milestones set the pace, not the level.",
  COST_NOT_BALANCED: ({ fen }) => `The accounts are off by ${yuan(fen)} yuan: settle them before resolving.`,
  MEDIATION_OPEN: () => "The mediation has no outcome yet: record it before resolving.",
  CALLBACK_INCOMPLETE: () => "Whoever was reached says both whether it is solved and how satisfied they are; whoever was not, neither.",
  NOT_A_RESPONDENT: () => "This person is not asked about this case.",
  ALREADY_ANSWERED: () => "This person has answered this call-back.",
  RESPONDENTS_NOT_ASKED: ({ missing }) =>
    `${count(missing, "respondent")} still without an answer: call on three different working days (tell an anonymous one the result and wait three), then close.`,
  REOPEN_TOO_LATE: ({ until }) => `The time to reopen it ended on ${until}: it can be reported as a new case.`,
  COURT_NEXT: () => "Mediation ended twice without an agreement: the next step is the court, not reopening.",
  WITHDRAW_SUPPORTED: () => "Other residents have reported the same: it cannot be withdrawn.",
  WITHDRAW_SAFETY: () => "It concerns safety: it cannot be withdrawn.",
  WITHDRAW_ADOPTED: () => "A secretary project has adopted it: it cannot be withdrawn.",
  WITHDRAW_PAID: () => "Residents have paid towards it: it cannot be withdrawn.",
  SKIP_NOT_ALLOWED: () => "One level at a time; only safety, or a dispute whose parties ask for mediation, goes to the community at once.",
  NOTHING_TRIED: () => "Hold a bench meeting or blow the whistle before it leaves the community.",
  WHISTLE_RUNNING: () => "A whistle for this department still runs: release it first.",
  WHISTLE_ENDED: () => "This whistle was answered or released already.",
  UNKNOWN_DEPARTMENT: () => "There is no such department: choose one of the list.",
  NOT_YOUR_DEPARTMENT: () => "There is no such whistle for your department.",
  ADOPT_NOT_READY: () => "Only a case at the community's level, or an urgent one (急难愁盼) with three reporters or more, can be adopted.",
  ALREADY_ADOPTED: () => "A secretary project has adopted it already.",
  NOTHING_TO_CORRECT: () => "The last step is not one that can be corrected.",
  CORRECT_TOO_LATE: () => "You can take it back for ten seconds; later somebody one role up can, the same day and with a reason.",
  ONLY_REPORTER_REOPENS: () => "Only a reporter reopens a case; a dissatisfied answer to the call-back does it too.",
  CLOSES_BY_ITSELF: () => "It closes by itself when everybody has answered: call back first.",
  TWO_COLUMNS: () => "One column at a time: escalate or send down step by step.",
  OTHER_GRID: () => "A card cannot be dropped on another grid: amend its place instead.",
  NO_WAY_THERE: () => "No way leads straight to this column.",
  PROJECT_WRONG_STATE: ({ action, state }) => {
    const row: ProjectActionRow = projectActions[action];
    return `The project is “${names.projectState[state]}”. ${names.projectAction[action]}: only while it is ${list(row.from.map((s) => `“${names.projectState[s]}”`))}.`;
  },
  PROJECT_NEEDS_CASE: () => "A secretary project comes from at least one case: choose one first.",
  PROJECT_INCOMPLETE: ({ field }) => `Fill in ${fieldName(names, field)} before submitting.`,
  WEIGHTS_NOT_100: ({ sum }) => `The weights of the milestones sum to ${sum}: make it 100 first.`,
  PUBLICITY_OPEN: ({ until }) => `It is publicised until ${moment(until)}: work can begin from then on.`,
  OBJECTION_OPEN: () => "An objection is open: answer it before work begins.",
  OBJECTION_UNKNOWN: () => "There is no such open objection.",
  MILESTONES_OPEN: ({ left }) => `${count(left, "milestone")} not done yet: complete all of them before the strike-off.`,
  DELIVERABLES_SHORT: () => "Fewer were accepted than planned: accept the rest or give the reason before the strike-off.",
  CALLBACK_NEEDED: () => "No resident has answered a call-back yet: call back before the strike-off.",
  OWN_PROJECT: () => "Whoever owns or owned a project does not judge it: somebody else of the street has to.",
  NEXT_NOT_SECRETARY: () => "It can be handed over only to another person who is secretary of the community now.",
  MILESTONE_UNKNOWN: () => "The project has no such milestone.",
  MILESTONE_DONE: () => "This milestone is done already.",
  DELIVERABLE_UNKNOWN: () => "The project has no such deliverable.",
  NOTHING_SHORT: () => "All that was planned was accepted: there is no shortfall to explain.",
  ID_TWICE: () => "Milestones and deliverables of a project each appear once.",
  QUANTITY_INVALID: () => "Give a whole number, not below zero and not above the limit.",
  REPLY_DUE_PAST: () => "The day a reply is wanted by cannot be earlier than today.",
  GRANT_TO_SELF: () => "Nobody gives a role to himself or names himself as stand-in: somebody else with the right has to.",
  ROLE_NOT_GRANTABLE: ({ role }) => `${names.role[role]} is no role that can be granted.`,
  ROLE_AREA_WRONG: ({ role }) => `${names.role[role]}: only in a ${list(roleAreas[role].map((kind) => lower(names.areaKind[kind])))}. Choose another area.`,
  BUILDING_REQUIRED: () => "Choose the building this building head looks after.",
  DEPARTMENT_REQUIRED: () => "Choose the department this liaison belongs to.",
  PERIOD_REVERSED: () => "The last day cannot be earlier than the first.",
  ROLE_OVERLAPS: ({ role }) => `In those days this person is ${lower(names.role[role])} there already.`,
  TWO_SECRETARIES: () => "In those days the community has a secretary: end that role first, or choose other days.",
  END_IN_PAST: () => "The last day cannot be earlier than yesterday; yesterday means from now on.",
  ENDED_ALREADY: () => "It has ended by that day already.",
  OWN_ADMIN_ROLE: () => "Nobody ends his own role of system administrator: another administrator has to.",
  LAST_ADMIN: () => "This is the district's last system administrator: grant another one first.",
  OWN_LEAVE: () => "Nobody names the stand-in for his own leave: a system administrator or the secretary does.",
  STAND_IN_SAME_PERSON: () => "Whoever is on leave cannot stand in for himself: choose another person.",
  LEAVE_IN_PAST: () => "A leave cannot begin in the past: today is the earliest day.",
  LEAVE_TOO_LONG: ({ limit }) => `Somebody stands in for ${count(limit, "day")} at most: for longer, grant the role.`,
  NOTHING_TO_STAND_IN: () => "In those days this person holds no role that can be stood in for; a system administrator is granted, not stood in for.",
  STOOD_IN_ALREADY: () => "Somebody stands in during those days already: end that first.",
  USERNAME_INVALID: () => "A user name has 2 to 30 letters, digits or . _ -; choose another.",
  USERNAME_TAKEN: () => "Somebody else has this user name; choose another.",
  HAS_ACCOUNT: () => "They have an account already; the password can be reset.",
  NO_ACCOUNT: () => "They have no account yet; invite them first.",
  ACCOUNT_DISABLED: () => "This account is disabled; enable it first.",
  OWN_ACCOUNT: () => "Nobody does this to their own account; ask another administrator.",
  NOT_A_COMMUNITY: () => "A Party committee belongs to a community: choose one.",
  COMMITTEE_TERM_TOO_LONG: ({ years }) => `A term is ${count(years, "year")} at most: change its last day.`,
  COMMITTEE_SIZE: ({ least, most }) => `A committee has ${least} to ${most} members.`,
  COMMITTEE_PERSON_TWICE: () => "Somebody is in the list twice: each person has one post.",
  COMMITTEE_ONE_SECRETARY: () => "A committee has exactly one secretary.",
  MINOR_PROTECTED: () => "This person is under 14: only the community's secretary or deputy looks at the data or exports them.",
  PERSON_HAS_OPEN_CASES: () => "A case of this person is still open: the data can be erased once it is closed.",
  PERSON_STILL_SERVES: () => "This person holds a role or an account: end those first, then the data can be erased.",
  DAILY_LIMIT: ({ limit }) => `The limit of ${limit} cases a day is reached: record the next one tomorrow.`,
  ATTACH_TOO_LATE: ({ days }) => `It was closed more than ${days} days ago: nothing can be added any more.`,
  ATTACHMENTS_FULL: ({ limit }) => `A case has at most ${limit} photos and documents: remove one that is not needed first.`,
  ATTACHMENT_KEPT: ({ limit }) => `From ${limit} minutes after it was added, only somebody one role above whoever added it can remove it.`,
};
