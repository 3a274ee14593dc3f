import { isLeftOut, noticeKey, type Notice, type NoticeTarget } from "./notice.ts";
import type { NoticeKind } from "./notice-kinds.ts";
import type { Case, CaseLevel } from "../case/case.ts";
import type { CaseEvent } from "../case/case-events.ts";
import type { Instant } from "../deadline/moment.ts";
import { oneRoleUp } from "../people/owners.ts";
import type { Role } from "../people/roles.ts";

/** Those who take over what comes to a level. At BUILDING that is the lead, who is told besides. */
const takers: Record<CaseLevel, readonly Role[]> = {
  BUILDING: [],
  COMPOUND: ["GRID_HEAD"],
  COMMUNITY: ["SECRETARY", "DEPUTY", "CLERK"],
  STREET: ["STREET_OFFICER"],
  DISTRICT: ["DISTRICT_OFFICER"],
};

/** Those who go and look when something is dangerous, and those who answer for it. */
const guards: readonly Role[] = ["GRID_MEMBER", "GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"];

/** Kinds that also say by when. */
const withDue: readonly NoticeKind[] = ["ASSIGNED", "RECEIVED", "DANGER"];

type Told = readonly [kind: NoticeKind, to: NoticeTarget, moment?: Instant];

const person = (kind: NoticeKind, ...ids: readonly (string | null | undefined)[]): Told[] => ids.flatMap((id) => (id == null ? [] : [[kind, { personId: id }] as const]));
const holders = (kind: NoticeKind, roles: readonly Role[]): Told[] => (roles.length === 0 ? [] : [[kind, { roles }]]);

const called = (personId: string | undefined, replyDueAt: Instant): Told[] => (personId === undefined ? [] : [["CALLED", { personId }, replyDueAt]]);

/** Who is told of one event, and how it concerns him. */
function toldOf(event: CaseEvent, before: Case | null, after: Case): readonly Told[] {
  switch (event.type) {
    case "COLLECTED":
      return event.payload.severity === "SAFETY" ? holders("DANGER", guards) : [];
    case "ACCEPTED":
      return [
        ...(event.payload.severity === "SAFETY" && before?.severity !== "SAFETY" ? holders("DANGER", guards) : []),
        ...person("ASSIGNED", event.payload.leadId),
      ];
    case "AMENDED":
      return event.payload.after.severity === "SAFETY" ? [...holders("DANGER", guards), ...person("DANGER", after.leadId)] : [];
    case "ASSIGNED": {
      const { personId, as } = event.payload;
      if (as !== "LEAD") return person(as === "ASSIST" ? "ASKED_TO_ASSIST" : "INFORMED", personId);
      return [...person("ASSIGNED", personId), ...(before?.leadId === personId ? [] : person("RELIEVED", before?.leadId))];
    }
    case "ORDER_RETURNED":
      return person("RETURNED", event.payload.leadId);
    case "CONTACTED":
      return person("MENTIONED", ...(event.payload.mentions ?? []));
    case "ANSWERED":
      return person("OPINION_ANSWERED", after.recordedBy);
    case "DECLINED":
      return person("OPINION_DECLINED", after.recordedBy);
    case "RESOLVED":
      return person("RESULT", after.recordedBy);
    case "APPEALED":
      return holders("APPEALED", ["SECRETARY", "DEPUTY"]);
    case "REOPENED":
      return person("REOPENED", after.leadId);
    case "ESCALATED":
      return [...holders("RECEIVED", takers[event.payload.to]), ...person("WENT_UP", after.leadId)];
    case "REFERRED_UP":
      return [...holders("RECEIVED", takers[event.payload.to]), ...person("WENT_UP", after.leadId)];
    case "SENT_DOWN":
      return [...holders("RECEIVED", takers[event.payload.to]), ...person("RECEIVED", after.leadId)];
    case "ASKED":
      return holders("ASKED_TO_APPROVE", oneRoleUp(event.payload.ask.askedAs));
    case "HELD":
    case "HOLD_PROLONGED":
    case "EXTENDED":
      return person("ASK_APPROVED", event.payload.askedBy);
    case "ASK_REFUSED":
      return person("ASK_TURNED_DOWN", before?.pendingAsk?.askedBy);
    case "WHISTLE_BLOWN": {
      const { departmentId, replyDueAt } = event.payload.whistle;
      return [["WHISTLED", { roles: ["LIAISON"], departmentId }, replyDueAt]];
    }
    case "EXPERT_CALLED":
      return called(event.payload.candidates[0], event.payload.replyDueAt);
    case "EXPERT_ANSWERED":
    case "CALL_PASSED": {
      const { callId, personId, nextReplyDueAt } = event.payload;
      const call = after.calls.find(({ id }) => id === callId);
      const next = call?.candidates[call.candidates.indexOf(personId) + 1];
      return [...person(event.type === "CALL_PASSED" ? "EXPERT_SILENT" : "EXPERT_ANSWERED", call?.calledBy, after.leadId), ...(nextReplyDueAt === null ? [] : called(next, nextReplyDueAt))];
    }
    case "HELPER_JOINED":
      return event.payload.as === "MEDIATOR" ? person("MEDIATING", event.payload.personId) : [];
    case "DEPARTMENT_REPORTED": {
      const { whistleId } = event.payload;
      return person("DEPARTMENT_REPORTED", after.whistles.find(({ id }) => id === whistleId)?.blownBy, after.leadId);
    }
    case "SUPERVISED":
      return [...person("SUPERVISED", after.leadId), ...holders("SUPERVISED", ["SECRETARY", "DEPUTY"])];
    default:
      return [];
  }
}

/**
 * Who is told of what has just happened to a case. Never whoever did it, and nobody twice of one thing: a person who is
 * named and holds a role besides is told once, because both notices have one key.
 *
 * @param before the case before the events; null when it has just been collected
 * @param after the case after all of them
 */
export function noticesOf(before: Case | null, after: Case, events: readonly CaseEvent[]): readonly Notice[] {
  const all = events.flatMap((event) =>
    toldOf(event, before, after).map(
      ([kind, to, moment]): Notice => ({
        kind,
        to,
        subject: { kind: "CASE", id: after.id },
        caseId: after.id,
        areaCode: after.gridCode,
        key: noticeKey(kind, after.id, event.seq),
        at: event.recordedAt,
        moment: moment ?? (withDue.includes(kind) ? (after.due?.at ?? null) : null),
        urgent: after.severity === "SAFETY",
        by: event.actorId,
      }),
    ),
  );
  const seen = new Set<string>();
  return all.filter(({ to, key, by }) => {
    if (!("personId" in to)) return true;
    const one = `${to.personId} ${key}`;
    if (isLeftOut({ by }, to.personId) || seen.has(one)) return false;
    seen.add(one);
    return true;
  });
}
