import { useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import type { MediationShownFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import type { Verb } from "../people/use-verb.ts";
import { missing } from "../cases/actions/missing.ts";
import { agreeTermsDocument, recordOralAgreementDocument } from "./mediation-verbs.ts";
import { words } from "./mediation-words.ts";
import { PartySelect } from "./PartySelect.tsx";
import type { TaskFormProps } from "./task-form.ts";
import { TaskFrame } from "./TaskFrame.tsx";
import { useTask } from "./use-task.ts";

interface Draft {
  id: string;
  what: string;
  by: string | null;
  dueOn: string | null;
}

const most = 20;
const newTerm = (): Draft => ({ id: crypto.randomUUID(), what: "", by: null, dueOn: null });
const drafted = (m: MediationShownFragment): Draft[] => (m.terms.length > 0 ? m.terms.map(({ id, what, by, dueOn }) => ({ id, what: what ?? "", by, dueOn })) : [newTerm()]);
const sent = (terms: readonly Draft[]) => terms.map(({ id, what, by, dueOn }) => ({ id, what, by: by ?? "", dueOn: dueOn ?? "" }));

/** What is missing in the terms, by field. */
function problemsOf(terms: readonly Draft[], w: { fill: (what: string) => string; choose: (what: string) => string; what: string; by: string; dueDay: string }): Record<string, string | undefined> {
  return Object.fromEntries(
    terms.flatMap(({ id, what, by, dueOn }) => [
      [`what ${id}`, missing(w.fill(w.what), what)],
      [`by ${id}`, missing(w.choose(w.by), by)],
      [`dueOn ${id}`, missing(w.fill(w.dueDay), dueOn)],
    ]),
  );
}

/** 拟定协议: who does what by when. */
export function TermsForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send } = useTask(agreeTermsDocument, m, ["terms"], onDone);
  const [terms, setTerms] = useState<readonly Draft[]>(() => drafted(m));
  return (
    <TaskFrame {...given} verb={verb} {...(m.signatures.length > 0 ? { note: w.termsNote } : {})} onSubmit={() => send({ terms: sent(terms) }, problemsOf(terms, w))}>
      <TermRows {...{ terms, setTerms, verb }} parties={m.parties} />
    </TaskFrame>
  );
}

/** 口头协议: the mediator's own record, and the terms in it. */
export function OralForm({ mediation: m, onDone, ...given }: TaskFormProps) {
  const w = useWords(words);
  const { verb, send, day } = useTask(recordOralAgreementDocument, m, ["record", "terms", "at"], onDone);
  const [record, setRecord] = useState("");
  const [terms, setTerms] = useState<readonly Draft[]>(() => drafted(m));
  const submit = () => send({ record, terms: sent(terms) }, { record: missing(w.fill(w.recordLabel), record), ...problemsOf(terms, w) });
  return (
    <TaskFrame {...given} {...{ verb, day }} note={w.oralNote} onSubmit={submit}>
      <TextArea label={w.recordLabel} rows={4} value={record} onChange={setRecord} error={verb.errorOf("record")} isRequired autoFocus />
      <TermRows {...{ terms, setTerms, verb }} parties={m.parties} />
    </TaskFrame>
  );
}

interface TermRowsProps {
  terms: readonly Draft[];
  setTerms: (terms: readonly Draft[]) => void;
  parties: MediationShownFragment["parties"];
  verb: Verb;
}

function TermRows({ terms, setTerms, parties, verb }: TermRowsProps) {
  const w = useWords(words);
  const change = (term: Draft, next: Partial<Draft>) => setTerms(terms.map((one) => (one === term ? { ...one, ...next } : one)));
  const wrong = verb.errorOf("terms");
  return (
    <>
      <ol aria-label={w.terms} className="flex flex-col gap-3">
        {terms.map((term, i) => (
          <li key={term.id} className="rounded-one border border-line p-3">
            <fieldset className="flex min-w-0 flex-col gap-2">
              <legend className="sr-only">{w.term(i + 1)}</legend>
              <div className="flex items-center gap-2">
                <span aria-hidden="true" className="flex-1 font-medium">
                  {w.term(i + 1)}
                </span>
                {terms.length > 1 && <IconButton icon="close" label={w.removeTerm(i + 1)} onPress={() => setTerms(terms.filter((one) => one !== term))} />}
              </div>
              <TextArea label={w.what} rows={2} value={term.what} onChange={(what) => change(term, { what })} error={verb.errorOf(`what ${term.id}`)} isRequired />
              <div className="grid gap-2 sm:grid-cols-2">
                <PartySelect label={w.by} parties={parties} value={term.by} onChange={(by) => change(term, { by })} error={verb.errorOf(`by ${term.id}`)} isRequired />
                <DateField label={w.dueDay} value={term.dueOn} onChange={(dueOn) => change(term, { dueOn })} error={verb.errorOf(`dueOn ${term.id}`)} isRequired />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      {terms.length < most && (
        <Button icon="plus" className="self-start" onPress={() => setTerms([...terms, newTerm()])}>
          {w.addTerm}
        </Button>
      )}
    </>
  );
}
