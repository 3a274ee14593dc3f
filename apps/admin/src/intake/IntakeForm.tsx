import { type Ref, useImperativeHandle, useRef } from "react";
import { Switch } from "../ui/Switch.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { Details } from "./Details.tsx";
import { type Draft, type Part, type Problems, withKind } from "./draft.ts";
import { intakeWords } from "./intake-words.ts";
import { KindTiles } from "./KindTiles.tsx";
import { PlaceChoice } from "./PlaceChoice.tsx";
import { ReporterChoice } from "./ReporterChoice.tsx";
import { Section } from "./Section.tsx";

export interface IntakeFormProps {
  handle: Ref<{ focus: (part: Part) => void }>;
  draft: Draft;
  problems: Problems;
  refusal: { part: Part | null; message: string } | null;
  onChange: (change: Partial<Draft>) => void;
  onSend: () => void;
}

/** The form that the button below it sends. */
export const formId = "intake";

/** From what everybody knows (what kind, where) to what has a usual answer. */
export function IntakeForm({ handle, draft, problems, refusal, onChange, onSend }: IntakeFormProps) {
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
