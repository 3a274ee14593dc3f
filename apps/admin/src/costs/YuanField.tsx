import { TextField } from "../ui/TextField.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { words } from "./costs-words.ts";
import type { CostsWords } from "./cost-text.ts";
import { fenOf, type YuanProblem } from "./fen.ts";

interface YuanFieldProps {
  label: string;
  hideLabel?: boolean;
  description?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (typed: string) => void;
  className?: string;
}

/** What is wrong with a typed amount, in words; undefined when it is one. `orZero` takes nothing at all, too. */
export function yuanProblem(typed: string, w: CostsWords, { orZero = false } = {}): string | undefined {
  const fen = fenOf(typed);
  if (typeof fen === "number" || (orZero && fen === "ZERO")) return undefined;
  const said: Record<YuanProblem, string> = { EMPTY: w.amountMissing, NOT_MONEY: w.amountNotMoney, TOO_FINE: w.amountTooFine, TOO_LARGE: w.amountTooLarge, ZERO: w.amountZero };
  return said[fen];
}

/** The fen of a field whose problem was asked about before. */
export function fenTyped(typed: string): number {
  const fen = fenOf(typed);
  return typeof fen === "number" ? fen : 0;
}

/** An amount in yuan. As soon as it is one, it says how it was understood. */
export function YuanField({ description, ...given }: YuanFieldProps) {
  const w = useWords(words);
  const format = useFormat();
  const fen = fenOf(given.value);
  const understood = typeof fen === "number" ? w.understood(format.money(fen)) : undefined;
  return <TextField {...given} isRequired inputMode="decimal" autoComplete="off" description={[description, understood].filter(Boolean).join(" ") || undefined} />;
}
