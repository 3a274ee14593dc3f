import { categoryBranches, namesIn } from "@bandeng/domain";
import { useState } from "react";
import type { SettingsShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Chip } from "../ui/Chip.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { setCategoriesDocument } from "./community-documents.ts";
import { communityWords } from "./community-words.ts";
import type { PanelProps } from "./CommunityTab.tsx";
import { SaveBar } from "./SaveBar.tsx";

type Leaf = Pick<SettingsShownFragment["categories"][number], "branch" | "zh" | "en" | "off" | "own"> & {
  /** Null for one that is not stored yet. */
  id: string | null;
  key: string;
};

/** 分类: the tree branch by branch: names, order, what is in use, leaves of the community's own. */
export function CategoriesPanel({ settings, reason, onReload }: PanelProps) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const stored: readonly Leaf[] = settings.categories.map((leaf) => ({ ...leaf, key: leaf.id }));
  const [leaves, setLeaves] = useState(stored);
  const { verb, send } = useVerb(setCategoriesDocument, [], () => showToast({ tone: "good", title: w.saved }));
  const given = (all: readonly Leaf[]) => all.map(({ id, branch, zh, en, off }) => ({ id, branch, zh, en, off }));
  const isChanged = JSON.stringify(given(leaves)) !== JSON.stringify(given(stored));
  const change = (key: string, more: Partial<Leaf>) => setLeaves((all) => all.map((leaf) => (leaf.key === key ? { ...leaf, ...more } : leaf)));
  const swap = (one: Leaf, other: Leaf | undefined) => other && setLeaves((all) => all.map((leaf) => (leaf.key === one.key ? other : leaf.key === other.key ? one : leaf)));
  const add = (branch: Leaf["branch"]) => setLeaves((all) => [...all, { id: null, key: crypto.randomUUID(), branch, zh: "", en: "", off: false, own: true }]);
  return (
    <>
      {categoryBranches.map((branch) => {
        const of = leaves.filter((leaf) => leaf.branch === branch);
        return (
          <section key={branch} aria-label={names.categoryBranch[branch]} className="flex flex-col gap-2">
            <h2 className="font-semibold">{names.categoryBranch[branch]}</h2>
            <ul className="flex flex-col divide-y divide-line rounded-one border border-line bg-surface">
              {of.map((leaf, i) => {
                const name = leaf.zh || w.newCategory;
                return (
                  <li key={leaf.key} className="flex flex-wrap items-center gap-2 p-2">
                    <TextField label={w.of(w.nameZh, name)} hideLabel value={leaf.zh} onChange={(zh) => change(leaf.key, { zh })} maxLength={20} isReadOnly={reason !== undefined} className="min-w-32 flex-1" />
                    <TextField label={w.of(w.nameEn, name)} hideLabel placeholder={w.nameEn} value={leaf.en} onChange={(en) => change(leaf.key, { en })} maxLength={40} isReadOnly={reason !== undefined} className="min-w-32 flex-1" />
                    <span className="flex items-center gap-1">
                      <CheckBox isSelected={!leaf.off} onChange={(used) => change(leaf.key, { off: !used })} isReadOnly={reason !== undefined} aria-label={w.of(w.inUse, name)}>
                        {w.inUse}
                      </CheckBox>
                      <IconButton icon="arrow-up" label={w.up(name)} onPress={() => swap(leaf, of[i - 1])} disabledReason={reason ?? (i === 0 ? w.isFirst : undefined)} />
                      <IconButton icon="arrow-down" label={w.down(name)} onPress={() => swap(leaf, of[i + 1])} disabledReason={reason ?? (i === of.length - 1 ? w.isLast : undefined)} />
                      {leaf.own && <Chip>{w.own}</Chip>}
                    </span>
                  </li>
                );
              })}
            </ul>
            <Button icon="plus" variant="quiet" onPress={() => add(branch)} disabledReason={reason} className="self-start">
              {w.add}
            </Button>
          </section>
        );
      })}
      <SaveBar
        {...{ verb, reason, onReload, isChanged }}
        onUndo={() => setLeaves(stored)}
        onSave={() => void send({ id: settings.communityCode, expectedVersion: settings.version, categories: given(leaves) })}
      />
    </>
  );
}
