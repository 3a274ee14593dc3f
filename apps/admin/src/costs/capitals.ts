const digits = "零壹贰叁肆伍陆柒捌玖";
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿"];

/** Four digits: 1050 → 壹仟零伍拾. */
function groupOf(value: number): string {
  let said = "";
  for (let place = 3, rest = value; place >= 0; place -= 1) {
    const size = 10 ** place;
    const digit = Math.trunc(rest / size);
    rest %= size;
    if (digit > 0) said += `${digits[digit]}${places[place]}`;
    else if (said !== "" && rest > 0 && !said.endsWith("零")) said += "零";
  }
  return said;
}

function wholeOf(yuan: number): string {
  let said = "";
  for (let group = groups.length - 1, rest = yuan; group >= 0; group -= 1) {
    const size = 10_000 ** group;
    const value = Math.trunc(rest / size);
    rest %= size;
    if (value === 0) continue;
    if (said !== "" && value < 1000) said += "零";
    said += groupOf(value) + groups[group];
  }
  return said;
}

/** 人民币大写, as a receipt must say it: 52478 fen → 伍佰贰拾肆元柒角捌分. Takes 0 up to 999,999,999,999.99 yuan. */
export function capitalsOf(fen: number): string {
  const cents = fen % 100;
  const yuan = (fen - cents) / 100;
  const [jiao, last] = [Math.trunc(cents / 10), cents % 10];
  const whole = yuan > 0 ? `${wholeOf(yuan)}元` : cents === 0 ? "零元" : "";
  if (cents === 0) return `${whole}整`;
  const tenth = jiao > 0 ? `${digits[jiao]}角` : whole === "" ? "" : "零";
  return `${whole}${tenth}${last > 0 ? `${digits[last]}分` : "整"}`;
}
