import { type ComponentType, lazy, type LazyExoticComponent, type RefObject, Suspense, useRef, useState } from "react";
import type { IconName } from "./icon-paths.ts";
import { PlainButton, type PlainButtonProps } from "./PlainButton.tsx";

/** What every panel is given: where to stand, and how to say that it is done. It draws itself as a Popover or a Menu, open. */
export interface PanelProps {
  triggerRef: RefObject<Element | null>;
  onClose: () => void;
}

export interface LazyPanel<Extra extends object> {
  Panel: LazyExoticComponent<ComponentType<PanelProps & Extra>>;
  fetch: () => void;
}

/** Names a panel that is code of its own: `const movePanel = lazyPanel(() => import("./MovePanel.tsx"))`, outside any component. */
export function lazyPanel<Extra extends object = object>(
  load: () => Promise<{ default: ComponentType<PanelProps & Extra> }>,
): LazyPanel<Extra> {
  return { Panel: lazy(load), fetch: () => void load() };
}

export interface PanelButtonProps<Extra extends object>
  extends Pick<PlainButtonProps, "variant" | "size" | "iconAfter" | "className"> {
  panel: LazyPanel<Extra>;
  /** What the panel needs beside its place. */
  panelProps: Extra;
  /** The words on the button; with `icon` and `hideLabel` only the icon is drawn. */
  label: string;
  icon?: IconName;
  hideLabel?: boolean;
}

/**
 * A button that opens a menu or a popover whose code comes when the pointer or the focus comes near. Overlays weigh 30 KB
 * gz: what is in the first view of a page opens its own through this.
 */
export function PanelButton<Extra extends object>({ panel, panelProps, label, icon, iconAfter, hideLabel = false, ...look }: PanelButtonProps<Extra>) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { Panel } = panel;
  const isIcon = icon !== undefined && hideLabel;
  return (
    <>
      <PlainButton
        {...look}
        ref={trigger}
        icon={icon}
        iconAfter={iconAfter}
        iconLabel={isIcon ? label : undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onPointerEnter={panel.fetch}
        onFocus={panel.fetch}
      >
        {!isIcon && label}
      </PlainButton>
      {isOpen && (
        <Suspense>
          <Panel {...panelProps} triggerRef={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
