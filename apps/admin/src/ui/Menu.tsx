import type { ReactNode, RefObject } from "react";
import { Header } from "react-aria-components/Header";
import { Keyboard } from "react-aria-components/Keyboard";
import { Menu as AriaMenu, MenuItem, type MenuItemProps, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import { panelLook } from "./Popover.tsx";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  /** A second line: what it will do. */
  description?: string;
  /** Shown at the end of the line: "M", "⌘K". */
  keys?: string;
  isDangerous?: boolean;
  /** Why it is not possible now; the entry stays, can be reached by key, and says so. */
  disabledReason?: string | undefined;
  isChecked?: boolean;
}

export interface MenuGroup {
  id: string;
  label?: string;
  entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** The name of the list where there is no trigger to lend it its own. */
  label: string;
  /** The button that opens it. Leave it out and give `triggerRef` with `isOpen` to open it from elsewhere (a key, a card). */
  trigger?: ReactNode;
  triggerRef?: RefObject<Element | null>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  groups: readonly MenuGroup[];
  onAction: (id: string) => void;
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
}

/** A list of actions. Arrows, first letters, Home, End; Escape closes and gives the focus back. */
export function Menu({ label, trigger, triggerRef, isOpen, onOpenChange, groups, onAction, placement = "bottom start" }: MenuProps) {
  const opening = { ...(isOpen === undefined ? {} : { isOpen }), ...(onOpenChange ? { onOpenChange } : {}) };
  const blocked = new Set(groups.flatMap((group) => group.entries).filter((entry) => entry.disabledReason).map((entry) => entry.id));
  const panel = (
    <Popover
      placement={placement}
      offset={4}
      containerPadding={8}
      {...(trigger ? {} : opening)}
      {...(triggerRef ? { triggerRef } : {})}
      className={`min-w-44 ${panelLook}`}
    >
      <AriaMenu
        aria-label={label}
        {...(trigger ? {} : { autoFocus: "first" as const, onClose: () => onOpenChange?.(false) })}
        onAction={(key) => !blocked.has(String(key)) && onAction(String(key))}
        className="p-1 outline-none"
      >
        {groups.map((group) => (
          <MenuSection
            key={group.id}
            id={group.id}
            {...(group.label ? {} : { "aria-label": label })}
            className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
          >
            {group.label && <Header className="px-2 pt-1 pb-0.5 text-small text-ink-soft">{group.label}</Header>}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
  return trigger ? (
    <MenuTrigger {...opening}>
      {trigger}
      {panel}
    </MenuTrigger>
  ) : (
    panel
  );
}

/** React Aria passes no aria-disabled of ours on. */
const drawBlocked: NonNullable<MenuItemProps["render"]> = (given) =>
  "href" in given ? <a {...given} aria-disabled="true" /> : <div {...given} aria-disabled="true" />;

function Entry({ entry }: { entry: MenuEntry }) {
  const isBlocked = entry.disabledReason !== undefined;
  const colour = isBlocked ? "text-ink-soft" : entry.isDangerous ? "text-bad" : "text-ink";
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      // Not isDisabled: a key must be able to reach it and hear the reason.
      shouldCloseOnSelect={!isBlocked}
      {...(isBlocked ? { render: drawBlocked } : {})}
      className={`flex min-h-control items-center gap-2 rounded-one px-2 py-1 outline-none data-focused:bg-hover data-pressed:bg-pressed ${colour} ${isBlocked ? "cursor-not-allowed" : ""}`}
    >
      {entry.isChecked !== undefined && <Icon name="check" size="small" className={entry.isChecked ? "" : "invisible"} />}
      {entry.icon && <Icon name={entry.icon} size="small" className={isBlocked || entry.isDangerous ? "" : "text-ink-soft"} />}
      {/* No label and description slots: what is seen is the name, all of it (WCAG 2.5.3). */}
      <span className="min-w-0 flex-1">
        <span className="block">
          {entry.label}
        </span>
        {(entry.disabledReason ?? entry.description) && (
          <span className="block max-w-64 text-small text-ink-soft">
            {entry.disabledReason ?? entry.description}
          </span>
        )}
      </span>
      {entry.keys && <Keyboard className="text-small text-ink-soft">{entry.keys}</Keyboard>}
    </MenuItem>
  );
}
