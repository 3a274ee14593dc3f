import { areaDigits, areaKind, areaKinds, isAreaCode, isUndeterminedGrid, type AreaKind } from "@bandeng/domain";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { useViewer } from "../session/viewer.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { areaStepDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";

/** The area that was chosen, when it is of one of these kinds; null while one is still on the way there. */
export function chosenArea(at: string, kinds: readonly AreaKind[]): string | null {
  const code = at.slice(0, deepest(kinds));
  return isAreaCode(code) && kinds.includes(areaKind(code)) && !isUndeterminedGrid(code) ? code : null;
}

const deepest = (kinds: readonly AreaKind[]): number => Math.max(0, ...kinds.map((kind) => areaDigits[kind]));

export interface AreaFieldProps {
  /** Where one may choose: the widest areas. */
  roots: readonly string[];
  /** Of which kinds the area may be; one step is asked for each kind on the way to the last of them. */
  kinds: readonly AreaKind[];
  /** How far one has come: a code, or "" at the very beginning. */
  at: string;
  onChange: (at: string) => void;
  error?: string | undefined;
}

/** An area chosen from the widest down: district, street, community, grid. Only kinds that lead to the wanted ones are asked for. */
export function AreaField({ roots, kinds, at, onChange, error }: AreaFieldProps) {
  const viewer = useViewer();
  const w = useWords(peopleWords);
  const root = roots.find((code) => at.startsWith(code)) ?? (roots.length === 1 ? roots[0] : undefined);
  const digits = deepest(kinds);
  const steps = root === undefined ? [] : areaKinds.filter((kind) => areaDigits[kind] > root.length && areaDigits[kind] <= digits);
  const isRootOnly = steps.length === 0;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(roots.length > 1 || isRootOnly) && (
        <Select
          label={root === undefined ? w.areaOf.DISTRICT : w.areaOf[areaKind(root)]}
          items={roots.map((code) => ({ id: code, label: viewer.roles.find(({ areaCode }) => areaCode === code)?.areaName ?? code }))}
          value={root ?? null}
          onChange={onChange}
          error={isRootOnly ? error : undefined}
          isRequired
        />
      )}
      {steps.map((kind, index) => {
        const parent = index === 0 ? (root as string) : at.slice(0, areaDigits[steps[index - 1] as AreaKind]);
        const isReached = index === 0 || (parent.length === areaDigits[steps[index - 1] as AreaKind] && at.startsWith(parent));
        const isLast = index === steps.length - 1;
        return (
          isReached && (
            <AreaStep
              key={`${kind} ${parent}`}
              kind={kind}
              parent={parent}
              // Where the area around it will do too, that is one of the choices.
              isOptional={kinds.includes(areaKind(parent))}
              value={at.length >= areaDigits[kind] ? at.slice(0, areaDigits[kind]) : null}
              onChange={onChange}
              error={isLast || at.length <= parent.length ? error : undefined}
            />
          )
        );
      })}
    </div>
  );
}

interface AreaStepProps {
  kind: AreaKind;
  parent: string;
  isOptional: boolean;
  value: string | null;
  onChange: (at: string) => void;
  error: string | undefined;
}

function AreaStep({ kind, parent, isOptional, value, onChange, error }: AreaStepProps) {
  const w = useWords(peopleWords);
  const { ui } = useWords();
  const [{ data, error: failed, fetching }, ask] = useQuery({ query: areaStepDocument, variables: { code: parent } });
  if (failed) return <ErrorState title={w.areaFailed} requestId={requestIdOf(failed)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  // A list without entries does not open: until it has some there is nothing to press.
  if (!data) return <Skeleton label={ui.loading} className="h-control self-end" />;
  const around = isOptional ? [{ id: parent, label: w.whole[areaKind(parent)] }] : [];
  const below = (data.area?.children ?? []).filter(({ code }) => !isUndeterminedGrid(code)).map(({ code, name }) => ({ id: code, label: name, detail: kind === "GRID" ? code.slice(-3) : undefined }));
  return (
    <Select
      label={w.areaOf[kind]}
      items={[...around, ...below]}
      value={value ?? (isOptional ? parent : null)}
      onChange={onChange}
      error={error}
      isRequired={!isOptional}
    />
  );
}
