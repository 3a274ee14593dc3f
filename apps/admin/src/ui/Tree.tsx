import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import { Collection } from "react-aria-components/Collection";
import { Tree as AriaTree, TreeItem, TreeItemContent } from "react-aria-components/Tree";
import { useWords } from "../words/useWords.tsx";
import { Icon } from "./Icon.tsx";

export interface TreeNode {
  id: string;
  label: string;
  /** Beside the name, at the end of the line: a code, a count. */
  detail?: string | undefined;
  children?: readonly TreeNode[] | undefined;
}

export interface TreeProps {
  label: string;
  nodes: readonly TreeNode[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** multiple: with boxes to tick. A parent ticked does not tick its children: an area holds what is in it anyway. */
  selection?: "single" | "multiple";
  /** Open at first. */
  expanded?: readonly string[];
  emptyText?: string;
  className?: string;
}

/** Things within things. Right and left open and close, space chooses, letters find. Heavy: import it in lazy chunks only. */
export function Tree({ label, nodes, selected, onSelect, selection = "multiple", expanded, emptyText, className }: TreeProps) {
  const words = useWords();
  return (
    <AriaTree
      aria-label={label}
      items={nodes}
      selectionMode={selection}
      selectionBehavior="toggle"
      selectedKeys={selected}
      onSelectionChange={(keys) => onSelect(keys === "all" ? new Set(allIds(nodes)) : new Set([...keys].map(String)))}
      {...(expanded ? { defaultExpandedKeys: expanded } : {})}
      renderEmptyState={() => <p className="p-2 text-ink-soft">{emptyText ?? words.ui.nothingHere}</p>}
      className={`overflow-auto rounded-one border border-line bg-surface p-1 ${className ?? ""}`}
    >
      {(node) => <Branch node={node} />}
    </AriaTree>
  );
}

function allIds(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...allIds(node.children ?? [])]);
}

function Branch({ node }: { node: TreeNode }) {
  const words = useWords();
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      className="group/row rounded-one outline-offset-[-2px] data-hovered:bg-hover data-selected:bg-accent-soft data-selected:text-accent-ink"
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level, selectionMode }) => (
          <span className="flex min-h-control items-center gap-1 pe-2" style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}>
            {hasChildItems ? (
              <Button
                slot="chevron"
                aria-label={isExpanded ? words.ui.collapse : words.ui.expand}
                className="inline-flex min-h-control-small min-w-control-small items-center justify-center rounded-one text-ink-soft"
              >
                <Icon name={isExpanded ? "chevron-down" : "chevron-right"} size="small" />
              </Button>
            ) : (
              <span className="min-w-control-small" />
            )}
            {selectionMode === "multiple" && (
              <Checkbox
                slot="selection"
                className="group/box inline-flex min-h-control-small min-w-control-small items-center justify-center rounded-one"
              >
                {({ isSelected }) => (
                  <span className="flex size-4 items-center justify-center rounded-[3px] border border-line-strong bg-surface group-data-selected/box:border-accent group-data-selected/box:bg-accent">
                    {isSelected && <Icon name="check" size="small" className="text-on-accent" />}
                  </span>
                )}
              </Checkbox>
            )}
            <span className="min-w-0 flex-1">{node.label}</span>
            {node.detail && <span className="text-small text-ink-soft">{node.detail}</span>}
          </span>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>{(child) => <Branch node={child} />}</Collection>
    </TreeItem>
  );
}
