import type { EventTellers } from "../../cases/event-sentence.ts";

const days = (count: number) => `${count} working day${count === 1 ? "" : "s"}`;
const because = (reason: string) => (reason ? `: ${reason}` : "");

/** What happened, as it reads after the name of who did it. */
export const caseEvents: EventTellers = {
  COLLECTED: (p, say) =>
    p.linkedFrom
      ? `collected “${p.title}”, which came out of another case (${say.names.kind[p.kind]})`
      : `collected “${p.title}” (${say.names.kind[p.kind]}, ${say.names.severity[p.severity]})`,
  ACCEPTED: (p, say) =>
    `accepted it as ${say.names.kind[p.kind]} (${say.category(p.category)}) at level ${say.names.level[p.level]}; ${say.person(p.leadId)} leads, ${days(p.days)}`,
  ANSWERED: (p) => `answered: ${p.answer}`,
  ASSIGNED: (p, say) => `assigned it to ${say.person(p.personId)} as ${say.names.assignment[p.as]}${because(p.reason)}`,
  ORDER_RETURNED: (p, say) => `returned the order; ${say.person(p.leadId)} leads now: ${p.reason}`,
  CONTACTED: (p, say) => `contacted the reporter (${say.names.contact[p.kind]})`,
  AMENDED: (p, say) => `amended ${say.changes(p.before, p.after)}${p.raisedTo ? `; raised to ${say.names.level[p.raisedTo]} for safety` : ""}`,
  DECLINED: (p, say) => `declined it (${say.names.declineReason[p.reason]}); where to go instead: ${p.goTo}`,
  APPEALED: (p, say) => `recorded the appeal of ${say.respondent(p.respondent)}; the secretary or deputy decides`,
  MERGED: () => "merged it into another case; its reporters follow",
  ABSORBED: (p) => `merged another case into this one, with ${p.reporters.length} opinion${p.reporters.length === 1 ? "" : "s"}`,
  SUPPORTED: () => "recorded one more opinion on the same matter",
  UNMERGED: () => "took the merge back; it waits for acceptance again",
  SEPARATED: (p) => `split off ${p.opinionIds.length} opinion${p.opinionIds.length === 1 ? "" : "s"} as another case`,
  DELIBERATED: (p) => `put it before a bench meeting: ${p.where}`,
  STARTED: (p, say) => `began the work: ${p.measure}${p.planOn ? `, planned for ${say.day(p.planOn)}` : ""}`,
  ASKED: ({ ask }, say) =>
    ask.kind === "HOLD"
      ? `asked for a hold until ${say.day(ask.until)} (${ask.holdReason ? say.names.holdReason[ask.holdReason] : "no reason given"}): ${ask.reason}`
      : `asked for ${days(ask.days ?? 0)} more: ${ask.reason}`,
  ASK_REFUSED: (p, say) => `turned down the ${say.names.ask[p.kind]}: ${p.reason}`,
  HELD: (p, say) => `approved a hold until ${say.day(p.until)} (${say.names.holdReason[p.reason]}), asked for by ${say.person(p.askedBy)}`,
  HOLD_PROLONGED: (p, say) => `approved a longer hold until ${say.day(p.until)} (${say.names.holdReason[p.reason]}), asked for by ${say.person(p.askedBy)}`,
  EXTENDED: (p, say) => `approved ${days(p.days)} more, asked for by ${say.person(p.askedBy)}`,
  RESUMED: (p) => (p.cause === "LAPSE" ? "resumed it: the hold had run out" : "resumed the work"),
  RESOLVED: (p, say) => `resolved it, call-back due: ${p.result}${p.outcome ? ` (mediation: ${say.names.outcome[p.outcome]})` : ""}`,
  CALLED_BACK: (p, say) =>
    p.reached && p.satisfaction
      ? `${p.self ? `${say.respondent(p.respondent)} rated it` : `called back ${say.respondent(p.respondent)}`}: ${p.resolved ? "solved" : "not solved"}, ${say.names.satisfaction[p.satisfaction]}`
      : `called ${say.respondent(p.respondent)} without reaching them`,
  CLOSED: (p) => (p.unanswered === 0 ? `closed it: all ${p.answered} answered` : `closed it: ${p.answered} answered, ${p.unanswered} did not after several attempts`),
  REOPENED: (p, say) =>
    p.cause === "DISSATISFIED"
      ? `reopened it: ${say.respondent(p.respondent)} is dissatisfied; ${days(p.days)}`
      : `reopened it at the wish of ${say.respondent(p.respondent)}; ${days(p.days)}`,
  WITHDRAWN: (p, say) => `withdrew it at the wish of ${say.respondent(p.respondent)}`,
  ESCALATED: (p, say) =>
    `escalated it from ${say.names.level[p.from]} to ${say.names.level[p.to]} (${say.names.escalationCause[p.cause]}), ${days(p.days)}${because(p.reason)}`,
  SENT_DOWN: (p, say) => `sent it down from ${say.names.level[p.from]} to ${say.names.level[p.to]}, ${days(p.days)}: ${p.reason}`,
  REFERRED_UP: (p, say) => `referred it up from ${say.names.level[p.from]} to ${say.names.level[p.to]}, ${days(p.days)}. Tried before: ${p.tried}`,
  WHISTLE_BLOWN: (p, say) => `blew the whistle for ${say.department(p.whistle.departmentId)}: ${p.whistle.ask}`,
  DEPARTMENT_REPORTED: (p, say) => `reported for ${say.whistle(p.whistleId)}: ${p.result}`,
  WHISTLE_RELEASED: (p, say) => `released the whistle for ${say.whistle(p.whistleId)}`,
  SUPERVISED: (p, say) => (p.replyDueOn ? `supervises it and wants a reply by ${say.day(p.replyDueOn)}` : "supervises it"),
  EXPERT_CALLED: (p, say) => `called an expert (${p.skills.map((skill) => say.names.expertSkill[skill]).join(", ")}), first ${say.person(p.candidates[0] ?? null)}`,
  EXPERT_ANSWERED: (p, say) => `${say.person(p.personId)} answered the call: ${p.accepted ? "comes" : "cannot come"}`,
  CALL_PASSED: (p, say) => `${say.person(p.personId)} did not answer in time, ${p.nextReplyDueAt ? "the next one is asked" : "nobody is left to ask"}`,
  FACT_ASKED: () => "asked for a fact",
  FACT_ANSWERED: (p) => (p.attachmentId ? "answered a question of fact, an attachment shows it" : "answered a question of fact"),
  FACT_WITHDRAWN: () => "withdrew a question of fact",
  MEDIATION_OPENED: () => "took it to people's mediation",
  HELPER_JOINED: (p, say) => `called in ${say.person(p.personId)} (${say.names.role[p.as].toLowerCase()})`,
  HELPER_LEFT: (p, say) => `released ${say.person(p.personId)} (${say.names.role[p.as].toLowerCase()})`,
  ADOPTED: (p, say) => (p.dueOn ? `adopted it as a secretary project, due by its milestones on ${say.day(p.dueOn)}` : "adopted it as a secretary project; its milestones are not complete yet"),
  PROJECT_DUE_SET: (p, say) => (p.dueOn ? `completed the project's milestones: due on ${say.day(p.dueOn)}` : "changed the project's milestones: no due day for now"),
  PROJECT_LEFT: (p) => (p.cause === "STRUCK_OFF" ? "struck the secretary project off the list" : `abandoned the secretary project: back to the level's clock, ${days(p.days)}`),
  DEADLINE_MOVED: (p) => `moved the deadline: calendar ${p.year}, version ${p.fromVersion} → ${p.toVersion}`,
  GRID_CHANGED: (p, say) => `moved it from grid ${say.grid(p.from)} to ${say.grid(p.to)}`,
  CORRECTED: (p) => `took back step ${p.corrects}${because(p.reason)}`,
};
