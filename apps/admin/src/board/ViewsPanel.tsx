import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { parseSearch, stringifySearch } from "../frame/search-params.ts";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { deleteViewDocument, savedViewsDocument, saveViewDocument } from "./board-lists.ts";
import { parseBoardSearch, withoutFilters, type BoardSearch } from "./board-search.ts";
import { defaultViews } from "./default-views.ts";

export interface ViewsPanelProps {
  areas: readonly string[];
  search: BoardSearch;
  onChoose: (search: BoardSearch) => void;
}

/** Boards under a name: the usual ones of one's role, one's own, and those that colleagues share. */
export default function ViewsPanel({ areas, search, onChoose, triggerRef, onClose }: PanelProps & ViewsPanelProps) {
  const { board: w } = useWords();
  const viewer = useViewer();
  const [{ data }] = useQuery({ query: savedViewsDocument, requestPolicy: "cache-and-network" });
  const [deleting, deleteView] = useMutation(deleteViewDocument);
  const choose = (found: BoardSearch) => {
    onChoose(found);
    onClose();
  };
  const saved = (mine: boolean) =>
    (data?.savedViews ?? []).filter((view) => view.mine === mine).map((view) => ({ ...view, search: parseBoardSearch(parseSearch(view.search)) }));
  const remove = async (id: string, name: string) => {
    const { error } = await deleteView({ id });
    if (!error) announce(w.viewDeleted(name));
  };
  const groups = [
    { name: w.viewsDefault, views: defaultViews(viewer, w).map((view) => ({ ...view, mine: false, search: { ...withoutFilters(search), ...view.search } })) },
    { name: w.viewsMine, views: saved(true) },
    { name: w.viewsShared, views: saved(false) },
  ];
  return (
    <Popover label={w.views} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} className="w-80">
      <div className="flex flex-col gap-3">
        {groups.map(
          (group) =>
            (group.views.length > 0 || group.name === w.viewsMine) && (
              <section key={group.name}>
                <h3 className="text-small text-ink-soft">{group.name}</h3>
                {group.views.length === 0 && <p className="py-1 text-ink-soft">{w.viewNone}</p>}
                <ul>
                  {group.views.map((view) => (
                    <li key={view.id} className="flex items-center">
                      <Button variant="quiet" className="min-w-0 flex-1 justify-start!" onPress={() => choose(view.search)}>
                        <span className="truncate">{view.name}</span>
                      </Button>
                      {view.mine && <IconButton icon="bin" label={w.viewDelete(view.name)} isPending={deleting.fetching} onPress={() => void remove(view.id, view.name)} />}
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
        <SaveView areas={areas} search={search} />
      </div>
    </Popover>
  );
}

function SaveView({ areas, search }: Pick<ViewsPanelProps, "areas" | "search">) {
  const { board: w } = useWords();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const [{ fetching, error }, saveView] = useMutation(saveViewDocument);
  const save = async () => {
    // A view is a board, not a case that happened to be open.
    const { case: _open, ...kept } = search;
    const input = { name: name.trim(), areaCode: areas[0] ?? "", search: stringifySearch({ ...kept }), shared: isShared };
    if (input.name === "" || (await saveView({ input })).error) return;
    announce(w.viewSaved(input.name));
    setName("");
  };
  return (
    <form
      className="flex flex-col gap-1 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={w.viewName} value={name} onChange={setName} maxLength={40} error={error ? w.viewFailed : undefined} />
      <CheckBox isSelected={isShared} onChange={setShared}>
        {w.viewShare}
      </CheckBox>
      <Button type="submit" isPending={fetching}>
        {w.viewSave}
      </Button>
    </form>
  );
}
