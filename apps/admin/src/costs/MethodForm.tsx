import { type CostMethod, costMethods, namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { missing } from "../cases/actions/missing.ts";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { caseResolutionsDocument, costPreviewDocument } from "./cost-documents.ts";
import type { TaskFormProps } from "./cost-task.ts";
import { setCostMethodDocument } from "./cost-verbs.ts";
import { words } from "./costs-words.ts";
import { yuanOf } from "./fen.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";
import { fenTyped, yuanProblem } from "./YuanField.tsx";

/** 分摊: by which method, among whom; what each would pay is seen before anything is stored. */
export function MethodForm({ plan, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const { verb, send } = useTask(setCostMethodDocument, plan, ["method", "households", "agendaItemId", "customShares"], onDone);
  const [method, setMethod] = useState<CostMethod>(plan.method);
  const [item, setItem] = useState<string | null>(plan.resolution?.id ?? null);
  /** Those who take no part. */
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const isCustom = method === "CUSTOM";

  // Everybody concerned, in equal parts: whom there is to choose among, and where amounts of one's own begin.
  const [{ data: all }] = useQuery({ query: costPreviewDocument, variables: { costPlanId: plan.id, method: "HOUSEHOLD", households: null } });
  const everybody = all?.costPreview?.households ?? [];
  const taking = everybody.filter(({ household }) => !without.has(household.id));
  const scope = without.size === 0 ? null : taking.map(({ household }) => household.id);
  const [{ data, fetching }] = useQuery({ query: costPreviewDocument, variables: { costPlanId: plan.id, method, households: scope }, pause: isCustom });
  const [{ data: agreed }] = useQuery({ query: caseResolutionsDocument, variables: { id: plan.case.id } });
  const resolved = (agreed?.case?.agendaItems ?? []).flatMap(({ id, resolution }) => (resolution ? [{ id, label: resolution.option.words, detail: format.date(resolution.at) }] : []));

  const typed = (id: string, fen: number) => amounts[id] ?? yuanOf(fen);
  const shareOf = new Map((isCustom ? taking.map((one) => ({ ...one, shareFen: fenTyped(typed(one.household.id, one.shareFen)) })) : (data?.costPreview?.households ?? [])).map((one) => [one.household.id, one.shareFen]));
  const sum = [...shareOf.values()].reduce((total, fen) => total + fen, 0);
  const toShare = all?.costPreview?.toShareFen ?? plan.toShareFen;
  const refusal = (isCustom ? all : data)?.costPreview?.refusal;
  const problems = {
    households: missing(w.nobodyPays, taking),
    agendaItemId: method === "AREA" ? undefined : missing(w.resolutionMissing, item),
    customShares: isCustom && sum !== toShare ? w.sumMissing(format.money(toShare - sum)) : undefined,
    ...(isCustom ? Object.fromEntries(taking.map(({ household, shareFen }) => [`fen ${household.id}`, yuanProblem(typed(household.id, shareFen), w, { orZero: true })])) : {}),
  };
  const submit = () =>
    send(
      {
        method,
        households: scope,
        agendaItemId: method === "AREA" ? null : item,
        customShares: isCustom ? taking.map(({ household, shareFen }) => ({ householdId: household.id, fen: fenTyped(typed(household.id, shareFen)) })) : null,
      },
      problems,
    );
  return (
    <TaskFrame {...given} verb={verb} onSubmit={submit}>
      <RadioGroup label={w.method} choices={costMethods.map((id) => ({ id, label: names.costMethod[id], description: w.methodNotes[id] }))} value={method} onChange={setMethod} error={verb.errorOf("method")} />
      {method !== "AREA" && (
        <Select label={w.resolution} description={w.resolutionNote} items={resolved} value={item} onChange={setItem} placeholder={resolved.length === 0 ? w.noResolution : w.chooseResolution} error={verb.errorOf("agendaItemId")} isRequired />
      )}
      {all ? (
        <PreviewTable
          plan={plan}
          rows={everybody.map((one) => ({ ...one, shareFen: shareOf.get(one.household.id) ?? null }))}
          without={without}
          onWithout={setWithout}
          toShareFen={toShare}
          sumFen={sum}
          isStale={fetching}
          {...(isCustom ? { amounts: { of: (id: string) => typed(id, everybody.find(({ household }) => household.id === id)?.shareFen ?? 0), change: (id: string, yuan: string) => setAmounts({ ...amounts, [id]: yuan }), errorOf: (id: string) => verb.errorOf(`fen ${id}`) } } : {})}
          error={verb.errorOf("households") ?? verb.errorOf("customShares") ?? refusal?.message}
        />
      ) : (
        <Skeleton label={w.loading} lines={6} />
      )}
    </TaskFrame>
  );
}
