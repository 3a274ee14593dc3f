import { templateKinds, type CommunitySetting, type TemplateKind, type TextTemplate } from "./community-setting.ts";
import { ifChanged, whyNotConfigure, type SettingDecision } from "./record-setting.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Most templates of a community, and the longest name and text of one in characters. */
export const templateLimits = { many: 60, name: 20, body: 500 } as const;

/** A template as somebody wants it. */
export interface TemplateInput {
  /** Null for a new one. */
  readonly id: string | null;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly body: string;
}

function problemOf(before: readonly TextTemplate[], given: readonly TemplateInput[]): Refusal | null {
  if (given.length > templateLimits.many) return refuse("LIST_TOO_LONG", { most: templateLimits.many }, "templates");
  const ids = given.flatMap(({ id }) => id ?? []);
  if (ids.some((id, i) => ids.indexOf(id) !== i || !before.some((one) => one.id === id))) return refuse("TEXT_UNKNOWN", {}, "templates");
  for (const { name, body } of given) {
    const wrong = textProblem("name", name, templateLimits.name) ?? textProblem("text", body, templateLimits.body);
    if (wrong) return wrong;
  }
  const names = given.map(({ kind, name }) => `${kind} ${name.trim()}`);
  const twice = given.find((_, i) => names.indexOf(names[i] as string) !== i);
  return twice ? refuse("TEMPLATE_TWICE", { name: twice.name.trim() }, "templates") : null;
}

/**
 * 设置模板: the texts that forms offer, as a whole and in their order. What was written with one stays as it was written.
 * They are the community's words for everybody: no name of a resident belongs into them.
 */
export function decideSetTemplates(before: CommunitySetting, given: readonly TemplateInput[], facts: Facts): SettingDecision {
  const no = whyNotConfigure(before.communityCode, facts) ?? problemOf(before.templates, given);
  if (no) return no;
  let last = before.version * templateLimits.many;
  const templates = templateKinds.flatMap((kind) =>
    given.filter((one) => one.kind === kind).map(({ id, name, body }): TextTemplate => ({ id: id ?? `t${(last += 1)}`, kind, name: name.trim(), body: body.trim() })),
  );
  return ifChanged({ type: "TEMPLATES_SET", at: facts.now, payload: { templates } }, before);
}
