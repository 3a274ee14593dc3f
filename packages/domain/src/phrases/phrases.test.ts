import { describe, expect, it } from "vitest";
import { phrasesEn } from "./en.ts";
import { fieldName, phraseFields } from "./names.ts";
import { namesIn, phraseOf } from "./phrase-of.ts";
import { phrasesZh } from "./zh.ts";
import { caseActionNames } from "../case/case-actions.ts";
import { caseLevels, caseStatuses } from "../case/case.ts";
import { meetingActionNames } from "../meeting/meeting-actions.ts";
import { meetingStatuses } from "../meeting/meeting.ts";
import { projectActionNames } from "../project/project-actions.ts";
import { projectStates } from "../project/project.ts";
import { rightNames } from "../people/rights.ts";
import { roles } from "../people/roles.ts";
import { refuse, type RefusalCode, type RefusalData } from "../refusal.ts";

/** Data a sentence may be made of; each code takes what it needs. */
const anything = {
  action: "escalate", status: "RESOLVED", level: "COMMUNITY", version: 7, field: "reason", limit: 30, at: "2024-04-30T10:00:00.000Z", until: "2024-05-08",
  days: 31, fen: 12_050, missing: 2, state: "DRAFT", sum: 90, left: 1,
  channel: "POINT", right: "GRANT_ROLES", role: "GRID_HEAD", years: 5, least: 3, most: 9,
  present: 5, affected: 12, door: "3-302", why: "TIE", scope: "UNIT",
};
const special: { [C in RefusalCode]?: RefusalData[C] } = {
  PROJECT_WRONG_STATE: { action: "run", state: "DRAFT" },
  MEETING_WRONG_STATE: { action: "open", status: "HELD" },
  FORBIDDEN_AT_MEETING: { action: "completeAction" },
  INVITED_TOO_LATE: { at: "2024-03-25T10:00:00.000Z" },
  PUBLICITY_OPEN: { until: "2024-03-25T10:00:00.000Z" },
  MEDIATION_WRONG_STATE: { action: "seal", state: "AGREED" },
  FORBIDDEN_MEDIATION: { action: "seal" },
  COST_WRONG_STATE: { action: "waive", state: "DRAFT" }, FORBIDDEN_COST: { action: "waive" }, QUOTES_FEW: { have: 2, needed: 3 }, SHARES_SUM: { fen: 720_000, given: 719_999 },
  UNTIL_TOO_EARLY: { after: "2024-07-08" },
  TERM_DUE_EARLY: { from: "2024-06-07" },
  PROJECT_INCOMPLETE: { field: "measures" },
  NOT_RUNNING_THEN: { month: "2024-04" },
  INSPECTED_ALREADY: { month: "2024-04" },
  CARRY_OVER_EARLY: { year: 2024 },
  NOT_A_YEAR_OF_IT: { year: 2024 },
  APPRAISAL_EARLY: { year: 2024 },
  APPRAISED_ALREADY: { year: 2024 },
  CONTACT_DAY_WRONG_STATE: { action: "cancel", state: "HELD" },
  PUBLICATION_WRONG_STATE: { state: "TAKEN_DOWN" }, PUBLICATION_AREA: {}, PUBLICATION_DAYS: { most: 90 }, PUBLICATION_PHOTOS: { most: 12 }, PUBLICATION_SUBJECT: {},
  PERSONAL_DATA_IN_TEXT: { kinds: ["NAME", "PHONE"] }, NO_COMMENTS_NOW: {}, COMMENT_UNKNOWN: {}, COMMENT_DECIDED: {},
  KEY_EXPIRY: { days: 730 }, KEY_BUDGET: { least: 100, most: 500_000 }, KEY_ENDED: {}, KEY_OVERLAP: { hours: 168 }, IMPORT_BAD_ROWS: { rows: 3 }, IMPORT_OUTDATED: {}, EXTERNAL_REF_TAKEN: {},
  BRANCH_EMPTY: { branch: "events" }, CATEGORY_TWICE: { name: "12" }, TEMPLATE_TWICE: { name: "12" }, DEADLINES_WRONG: { rules: ["callBackDays", "resolveDays.BUILDING"] },
  CALENDAR_WRONG: { problems: ["DATE_TWICE", "DAY_OFF_ON_WEEKEND"] },
  CONTACT_DAY_TO_COME: { on: "2024-05-08" },
  CONTACT_DAY_OFF: { on: "2024-05-08" },
  POINT_IS_CLOSED: { on: "2024-05-08" },
};
const codes = Object.keys(phrasesZh) as RefusalCode[];
const refusalOf = (code: RefusalCode) => refuse(code, (special[code] ?? anything) as never);
const hasHole = /undefined|NaN|null|\[object|[A-Z]{2,}_[A-Z]+/;

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it.each(codes)("%s has a sentence", (code) => {
    const text = phraseOf(refusalOf(code), language);
    expect(text).toMatch(language === "zh" ? /^[^a-zA-Z]*。$/ : /^[A-Z\d].*\.$/);
    expect(text).not.toMatch(hasHole);
  });
  it("says every action, status, level and state by its name", () => {
    const sentences = [
      ...caseActionNames.flatMap((action) => [
        refuse("FORBIDDEN_ROLE", { action }),
        ...caseStatuses.map((status) => refuse("WRONG_STATUS", { action, status })),
        ...caseLevels.map((level) => refuse("WRONG_LEVEL", { action, level })),
      ]),
      ...projectActionNames.flatMap((action) => [refuse("FORBIDDEN_ROLE", { action }), ...projectStates.map((state) => refuse("PROJECT_WRONG_STATE", { action, state }))]),
      ...meetingActionNames.flatMap((action) => [refuse("FORBIDDEN_AT_MEETING", { action }), ...meetingStatuses.map((status) => refuse("MEETING_WRONG_STATE", { action, status }))]),
      refuse("FORBIDDEN_ROLE", { action: "project" }),
      ...rightNames.map((right) => refuse("FORBIDDEN_RIGHT", { right })),
      ...roles.flatMap((role) => [refuse("ROLE_AREA_WRONG", { role }), refuse("ROLE_OVERLAPS", { role }), refuse("ROLE_NOT_GRANTABLE", { role })]),
    ].map((refusal) => phraseOf(refusal, language));
    for (const text of sentences) expect(text).not.toMatch(hasHole);
  });
  it("names everything, each with words of its own in its list", () => {
    for (const [list, words] of Object.entries(namesIn(language))) {
      for (const [id, word] of Object.entries<string>(words)) expect(word.trim(), `${list}.${id}`).not.toBe("");
      // Both mean the owner of the level, and a building head is one only at his own building.
      if (list !== "standing") expect(new Set(Object.values(words)).size, list).toBe(Object.keys(words).length);
    }
  });
});

it("sentences read like this", () => {
  const zh = (code: RefusalCode, data: unknown) => phraseOf(refuse(code, data as never), "zh");
  const en = (code: RefusalCode, data: unknown) => phraseOf(refuse(code, data as never), "en");
  expect(zh("FORBIDDEN_ROLE", { action: "merge" })).toBe("只有网格长、社区干事、社区书记或副书记可以并案。");
  expect(en("FORBIDDEN_ROLE", { action: "merge" })).toBe("Merge: only for grid head, clerk, secretary or deputy secretary.");
  expect(zh("FORBIDDEN_ROLE", { action: "adopt" })).toBe("只有社区书记可以列入书记项目。");
  expect(zh("WRONG_STATUS", { action: "resolve", status: "ACCEPTED" })).toBe("现为“已受理”，只有“议事中”或“办理中”的事项可以办结待回访。");
  expect(en("WRONG_STATUS", { action: "resolve", status: "ACCEPTED" })).toBe("The case is “Accepted”. Resolve: only while it is “Deliberating” or “In progress”.");
  expect(zh("PUBLICITY_OPEN", { until: "2024-03-25T10:00:00.000Z" })).toBe("公示到3月25日18:00为止，期满后才能开始实施。");
  expect(en("PUBLICITY_OPEN", { until: "2024-03-25T10:00:00.000Z" })).toBe("It is publicised until 2024-03-25 18:00: work can begin from then on.");
  // 20:30 UTC is already the next morning in Shanghai.
  expect(zh("EARLIER_THAN_LAST_MOVE", { at: "2024-04-30T20:30:00.000Z" })).toContain("5月1日04:30");
  expect(zh("REOPEN_TOO_LATE", { until: "2024-05-08" })).toBe("重新办理的期限已于5月8日届满，可以作为新的事项反映。");
  expect(zh("FORBIDDEN_RIGHT", { right: "NAME_STAND_IN" })).toBe("只有相应区域的社区书记或系统管理员可以指定休假代理人。");
  expect(en("FORBIDDEN_RIGHT", { right: "NAME_STAND_IN" })).toBe("Name a stand-in during leave: only for secretary or system administrator of the area.");
  expect(zh("ROLE_AREA_WRONG", { role: "GRID_MEMBER" })).toBe("网格员只能任职于网格或社区，请改选区域。");
  expect(en("RESPONDENTS_NOT_ASKED", { missing: 1 })).toMatch(/^1 respondent still/);
});

it("Chinese has Chinese punctuation, English has no Chinese but the tag 急难愁盼", () => {
  for (const code of codes) {
    expect(phraseOf(refusalOf(code), "zh")).not.toMatch(/[\u4e00-\u9fff”][,;:?!()]/);
    expect(phraseOf(refusalOf(code), "en").replace("急难愁盼", "")).not.toMatch(/[\u4e00-\u9fff]/);
  }
  expect(JSON.stringify(namesIn("en"))).not.toMatch(/[\u4e00-\u9fff]/);
});

it("both languages know the same codes; an unknown field stands for itself", () => {
  expect(Object.keys(phrasesEn)).toEqual(codes);
  expect(fieldName(namesIn("zh"), "nickname")).toBe("nickname");
  for (const field of phraseFields) expect(fieldName(namesIn("zh"), field)).not.toBe(field);
});

it("a phrase book with a missing sentence, or a wrong parameter, does not compile", () => {
  const { NOT_FOUND: _, ...rest } = phrasesZh;
  // @ts-expect-error NOT_FOUND is missing
  const incomplete: typeof phrasesZh = rest;
  // @ts-expect-error a conflict tells its version
  expect(() => refuse("CONFLICT", {})).not.toThrow();
  expect(incomplete).toBeDefined();
});
