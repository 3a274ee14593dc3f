import { lazy, type Ref, Suspense, useImperativeHandle, useRef } from "react";
import type { Card } from "../board/card.ts";
import { Switch } from "../ui/Switch.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { Details } from "./Details.tsx";
import { type Draft, type Part, type Problems, withKind } from "./draft.ts";
import { Evidence } from "./Evidence.tsx";
import { intakeWords } from "./intake-words.ts";
import { KindTiles } from "./KindTiles.tsx";
import { PlaceChoice } from "./PlaceChoice.tsx";
import { ReporterChoice } from "./ReporterChoice.tsx";
import { Section } from "./Section.tsx";
import type { DraftChange } from "./use-draft.ts";

export interface IntakeFormProps {
  handle: Ref<{ focus: (part: Part) => void }>;
  draft: Draft;
  problems: Problems;
  refusal: { part: Part | null; message: string } | null;
  /** What stands here is on its way: nothing typed now would be in it. */
  isSending: boolean;
  onChange: (change: DraftChange) => void;
  onSend: () => void;
  /** It joins a case. */
  onSame: (card: Card) => void;
}

/** Asked of the server alone: where its code does not come, it would have no answer either. */
const Duplicates = lazy(() => import("./Duplicates.tsx").catch(() => ({ default: () => null })));

/** The form that the button below it sends. */
export const formId = "intake";

/** From what everybody knows (what kind, where) to what has a usual answer. */
export function IntakeForm({ handle, draft, problems, refusal, isSending, onChange, onSend, onSame }: IntakeFormProps) {
  const words = useWords(intakeWords);
  const kind = useRef<HTMLElement>(null);
  const place = useRef<HTMLElement>(null);
  const reporter = useRef<HTMLElement>(null);
  const voiced = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(handle, () => ({ focus: (part) => ({ kind, place, reporter, voiced, words: area })[part].current?.focus() }));
  const errorOf = (part: Part) => {
    const problem = problems[part];
    return problem ? words.problem[problem] : refusal?.part === part ? refusal.message : undefined;
  };
  const reporterProblem = problems.reporter;
  return (
    <form
      id={formId}
      noValidate
      inert={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      className="flex flex-col gap-4"
    >
      <Section title={words.kind} error={errorOf("kind")} sectionRef={kind}>
        <KindTiles value={draft.kind} onChange={(kind) => onChange(withKind(draft, kind))} />
      </Section>
      <Section title={words.place} error={errorOf("place")} sectionRef={place}>
        <PlaceChoice value={draft.place} onChange={(place) => onChange({ place })} />
      </Section>
      <TextArea
        label={words.words}
        areaRef={area}
        value={draft.words}
        onChange={(typed) => onChange({ words: typed })}
        placeholder={words.wordsNote}
        className="[&_textarea]:min-h-20"
        error={errorOf("words")}
      />
      <Suspense>
        <Duplicates {...{ draft, onSame }} />
      </Suspense>
      <Evidence
        files={draft.files}
        onAdd={(file) => onChange(({ files }) => ({ files: [...files, file] }))}
        onRemove={(key) => onChange(({ files }) => ({ files: files.filter((file) => file.key !== key) }))}
      />
      <div className={`rounded-one border px-3 py-1 ${draft.severity === "SAFETY" ? "border-bad bg-bad-soft" : "border-line bg-surface"}`}>
        <Switch
          label={words.safety}
          description={words.safetyNote}
          isSelected={draft.severity === "SAFETY"}
          onChange={(isDangerous) => onChange({ severity: isDangerous ? "SAFETY" : "NORMAL" })}
        />
      </div>
      <Section
        title={words.reporter}
        error={reporterProblem === "residentMissing" || !reporterProblem ? errorOf("reporter") : undefined}
        sectionRef={reporter}
      >
        <ReporterChoice value={draft.reporter} onChange={(reporter) => onChange({ reporter })} problem={reporterProblem} />
      </Section>
      <section ref={voiced} tabIndex={-1} aria-label={words.details} className="rounded-one">
        <Details {...{ draft, problems, onChange }} />
      </section>
    </form>
  );
}
