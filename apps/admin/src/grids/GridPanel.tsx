import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/gql.ts";
import { areasOf, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Tree, type TreeNode } from "../ui/Tree.tsx";
import { useWords } from "../words/useWords.tsx";
import { requestIdOf } from "../client/request-id.ts";

/** An area with two kinds below it: a community with its grids, a street with communities and grids. */
const areaTreeDocument = graphql(`
  query AreaTree($code: ID!, $below: Int!, $first: Int!) {
    area(code: $code) {
      code
      name
      children(first: $first) {
        code
        name
        children(first: $below) { code name }
      }
    }
  }
`);

const areaSearchDocument = graphql(`
  query AreaSearch($parent: ID, $text: String) {
    areas(parent: $parent, text: $text) { code name kind }
  }
`);

export interface GridPanelProps {
  chosen: readonly string[] | undefined;
  onChoose: (areas: string[] | undefined) => void;
  own?: readonly string[];
}

interface Found {
  code: string;
  name: string;
  children?: readonly Found[];
}

const nodeOf = ({ code, name, children }: Found): TreeNode => ({
  id: code,
  label: name,
  detail: code.length === 15 ? code.slice(-3) : undefined,
  children: children?.map(nodeOf),
});

/** Street › community › grid; found by name, code or pinyin. Nothing ticked means all of one's own. */
export default function GridPanel({ chosen, onChoose, own: given, triggerRef, onClose }: PanelProps & GridPanelProps) {
  const { board: w } = useWords();
  const cases = areasOf(useViewer());
  const own = given ?? cases;
  const [text, setText] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen ?? []));
  const apply = (codes: readonly string[]) => {
    onChoose(codes.length > 0 ? [...codes] : undefined);
    onClose();
  };
  return (
    <Popover label={w.grids} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} className="w-[min(24rem,calc(100vw-1rem))]">
      <div className="flex flex-col gap-2">
        <SearchField label={w.gridsSearch} placeholder={w.gridsSearch} value={text} onChange={setText} autoFocus />
        <div className="max-h-80 min-h-40 overflow-auto">
          {text.trim() ? (
            <FoundAreas within={own.length === 1 ? own[0] : undefined} text={text.trim()} ticked={ticked} onTick={setTicked} />
          ) : (
            own.map((code) => <OwnTree key={code} code={code} ticked={ticked} onTick={setTicked} />)
          )}
        </div>
        <div className="flex flex-wrap justify-end gap-2 border-t border-line pt-2">
          <Button onPress={() => apply([])}>{w.gridsOwn}</Button>
          <Button variant="primary" onPress={() => apply([...ticked])}>
            {w.gridsApply}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

interface TickProps {
  ticked: ReadonlySet<string>;
  onTick: (ticked: ReadonlySet<string>) => void;
}

function OwnTree({ code, ticked, onTick }: TickProps & { code: string }) {
  const words = useWords();
  const { board: w } = words;
  // A district has too many grids for one question: there the search finds them.
  const below = code.length >= 9 ? 40 : 1;
  const [{ data, error, fetching }, ask] = useQuery({ query: areaTreeDocument, variables: { code, first: code.length >= 12 ? 100 : 60, below } });
  if (error) return <ErrorState title={w.gridsFailed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data?.area) return <Skeleton label={words.ui.loading} lines={4} />;
  return <Tree label={w.gridsTree} nodes={[nodeOf(data.area)]} selected={ticked} onSelect={onTick} expanded={[code]} />;
}

function FoundAreas({ within, text, ticked, onTick }: TickProps & { within: string | undefined; text: string }) {
  const words = useWords();
  const { board: w } = words;
  const [{ data, error, fetching }, ask] = useQuery({ query: areaSearchDocument, variables: { parent: within ?? null, text } });
  if (error) return <ErrorState title={w.gridsFailed} requestId={requestIdOf(error)} onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} />;
  if (!data) return <Skeleton label={words.ui.loading} lines={4} />;
  const found = data.areas.slice(0, 50);
  const tick = (code: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(code);
    else next.delete(code);
    onTick(next);
  };
  return (
    <>
      <p role="status" className="px-1 text-small text-ink-soft">
        {found.length > 0 ? w.gridsFound(data.areas.length) : w.gridsNone}
      </p>
      <ul>
        {found.map(({ code, name }) => (
          <li key={code}>
            <CheckBox isSelected={ticked.has(code)} onChange={(isOn) => tick(code, isOn)}>
              {name} <span className="text-small text-ink-soft">{code}</span>
            </CheckBox>
          </li>
        ))}
      </ul>
    </>
  );
}
