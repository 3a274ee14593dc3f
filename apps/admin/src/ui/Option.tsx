import { ListBoxItem } from "react-aria-components/ListBox";
import { Icon } from "./Icon.tsx";

/** One thing to choose in Select, MultiSelect, ComboBox. */
export interface OptionItem {
  id: string;
  label: string;
  /** A second line: a code, a place, a count. */
  detail?: string | undefined;
  /** More words to find it by (pinyin, a code), for lists that filter here. */
  search?: string | undefined;
}

/** As wide as the field, but never wider than the page: a page that can scroll sideways scrolls, and scrolling closes the list. */
export const listPanelLook = "min-w-[min(max(var(--trigger-width),8rem),calc(100vw-1rem))]";
export const listLook = "max-h-80 overflow-auto p-1 outline-none";

/** The line of an option; the tick stands at the start so that names stay aligned. */
export function Option({ item }: { item: OptionItem }) {
  return (
    <ListBoxItem
      id={item.id}
      textValue={item.label}
      className="group/option flex min-h-control items-center gap-2 rounded-one px-2 py-1 outline-none data-focused:bg-hover data-hovered:bg-hover data-selected:font-medium"
    >
      <Icon name="check" size="small" className="invisible text-accent group-data-selected/option:visible" />
      {/* No label and description slots: what is seen is the name, all of it (WCAG 2.5.3). */}
      <span className="min-w-0 flex-1">
        <span className="block">
          {item.label}
        </span>
        {item.detail && (
          <span className="block text-small font-normal text-ink-soft">
            {item.detail}
          </span>
        )}
      </span>
    </ListBoxItem>
  );
}
