import { Link } from "@tanstack/react-router";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/useWords.tsx";
import type { NavigationItem } from "./navigation.ts";

/** The pages that do not fit into the bottom bar of a phone. */
export default function MorePages({ items, onClose }: { items: readonly NavigationItem[]; onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words.frame.moreNavigation} isOpen onClose={onClose}>
      <ul className="grid grid-cols-3 gap-2">
        {items.map((item) => (
          <li key={item.name}>
            <Link
              to={item.to}
              onClick={onClose}
              className="flex min-h-16 flex-col items-center justify-center gap-1 rounded-one border border-line p-2 text-center text-small hover:bg-hover"
            >
              <Icon name={item.icon} className="text-ink-soft" />
              {words.pages[item.name]}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
