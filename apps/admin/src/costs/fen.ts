/** Why what was typed is no amount: nothing, no number, finer than a fen, more than the books take, or nothing but zero. */
export type YuanProblem = "EMPTY" | "NOT_MONEY" | "TOO_FINE" | "TOO_LARGE" | "ZERO";

/** 99,999,999,999.99 yuan: far above any repair, far below where integers end. */
const mostDigits = 11;

/** Whole yuan, plain or in groups of three; then jiao and fen. */
const amount = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

/**
 * Yuan as people type them ("524.78", "1,200", "¥３３０．２", "330元") as integer fen; no floating point on the way.
 * Full-width digits and signs of a Chinese keyboard count as plain ones.
 */
export function fenOf(typed: string): number | YuanProblem {
  const plain = typed.normalize("NFKC").replaceAll("。", ".").replaceAll(/\s/g, "").replace(/^[¥]/, "").replace(/元$/, "");
  if (plain === "") return "EMPTY";
  const [, whole, fraction = ""] = amount.exec(plain) ?? [];
  if (whole === undefined) return "NOT_MONEY";
  if (fraction.length > 2) return "TOO_FINE";
  const yuan = whole.replaceAll(",", "").replace(/^0+(?=\d)/, "");
  if (yuan.length > mostDigits) return "TOO_LARGE";
  const fen = Number(yuan) * 100 + Number(fraction.padEnd(2, "0"));
  return fen === 0 ? "ZERO" : fen;
}

/** Integer fen as it stands in a field: 52478 → "524.78". */
export function yuanOf(fen: number): string {
  const cents = Math.abs(fen) % 100;
  return `${fen < 0 ? "-" : ""}${(Math.abs(fen) - cents) / 100}.${String(cents).padStart(2, "0")}`;
}
