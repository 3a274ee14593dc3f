import { lazyPanel, PanelButton } from "../ui/PanelButton.tsx";
import { useViewer } from "./viewer.ts";

const userPanel = lazyPanel(() => import("./UserPanel.tsx"));

/** At the end of the top bar: who is signed in. On a phone only the drawing; the name is read out. */
export function UserMenu() {
  const { person } = useViewer();
  return (
    <>
      <span className="contents sm:hidden">
        <PanelButton panel={userPanel} panelProps={{}} variant="quiet" icon="user" label={person.name} hideLabel />
      </span>
      <span className="hidden sm:contents">
        <PanelButton panel={userPanel} panelProps={{}} variant="quiet" icon="user" label={person.name} className="max-w-40" />
      </span>
    </>
  );
}
