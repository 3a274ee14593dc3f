/** What people write around a number: the sign of the currency, 元, blanks and commas between thousands. */
const around = /[¥￥元\s,，]/g;
const written = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/**
 * Yuan as typed (`1,234.5`, `¥1234.50`, full-width digits) as integer fen, exact: no floating point on the way.
 * @returns null for what is no amount, or has more than two decimals
 */
export function fenOf(typed: string): number | null {
  const found = written.exec(typed.normalize("NFKC").replaceAll(around, "").replace("。", "."));
  if (!found) return null;
  const [, sign = "", yuan = "", decimals = ""] = found;
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, "0"));
  return sign && fen !== 0 ? -fen : fen;
}

/** Integer fen as yuan to be typed on: 123450 → `1234.50`, 123400 → `1234`. */
export function yuanOf(fen: number): string {
  const size = Math.abs(fen);
  const decimals = size % 100;
  return `${fen < 0 ? "-" : ""}${Math.floor(size / 100)}${decimals === 0 ? "" : `.${String(decimals).padStart(2, "0")}`}`;
}
