/** Stands for a name, a number or a room that is not shown. */
const STARS = "***";
const DIGIT_STARS = "****";

/** Surnames of two characters. Source: the list of compound surnames still borne (百家姓 and census reports). */
const compoundSurnames: ReadonlySet<string> = new Set(
  (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 " +
    "宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 " +
    "微生 左丘 东门 西门 第五 梁丘 淳于 单于 南荣 纳兰 完颜 叶赫 耶律 爱新 尔朱"
  ).split(" "),
);

const startsHan = /^\p{Script=Han}/u;

/**
 * 楼海珍 → 楼某, 欧阳锋 → 欧阳某, John Smith → J***. A name of one character hides whole, an empty one stays empty. A name of
 * two characters has a surname of one. Masking a mask changes nothing.
 */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  const [first] = letters;
  if (first === undefined) return "";
  if (first === "*") return STARS;
  if (!startsHan.test(first)) return letters.length === 1 ? STARS : first + STARS;
  if (letters.length === 1) return "某";
  const two = letters.slice(0, 2).join("");
  return `${letters.length > 2 && compoundSurnames.has(two) ? two : first}某`;
}

/** What this function itself writes. */
const maskedPhone = /^\d{0,4}\*{4}\d{0,4}$/;

/** A landline by its area code: 010 and 02x have three digits, all others four. */
const landline = /^(0(?:10|2\d|[3-9]\d\d))(\d{7,8})$/;

/**
 * 13800138000 → 138****8000, 0556-5123456 → 0556****456. Blanks, hyphens and +86 are taken away first. Of any other number
 * of seven digits or more, foreign ones too, only the last three are shown, of a shorter one nothing; an empty one stays empty.
 */
export function maskPhone(phone: string): string {
  const text = phone.normalize("NFKC").trim();
  if (text === "") return "";
  if (maskedPhone.test(text)) return text;
  const digits = text.replaceAll(/\D/g, "").replace(/^(?:00)?86(?=1\d{10}$|0?[1-9]\d{8,10}$)/, "");
  if (/^1\d{10}$/.test(digits) && !/^\+(?!86)/.test(text)) return digits.slice(0, 3) + DIGIT_STARS + digits.slice(-4);
  const [, area, number] = landline.exec(digits) ?? [];
  if (area !== undefined && number !== undefined) return area + DIGIT_STARS + number.slice(-3);
  return digits.length < 7 ? DIGIT_STARS : DIGIT_STARS + digits.slice(-3);
}

/** 3单元502 → 3单元***, 502 → ***: what stands behind the stairwell unit is hidden. A unit alone stays, and so does nothing. */
export function maskRoom(room: string): string {
  const text = room.trim();
  const end = text.indexOf("单元");
  const shown = end === -1 ? "" : text.slice(0, end + 2);
  return shown === text ? shown : shown + STARS;
}

/** Where the public part of an address ends, the most telling mark first: the stairwell unit, the building, the number in the street. */
const marks = [/单元/, /号楼|[栋幢座]/, /号/];

/**
 * 锡麟街25号3单元502 → 锡麟街25号3单元***, 曹家巷小区3号楼502室 → 曹家巷小区3号楼***: building and unit are shown, what stands behind them
 * is hidden. An address without any of these marks is hidden whole.
 */
export function maskAddress(address: string): string {
  const text = address.trim();
  for (const mark of marks) {
    const found = mark.exec(text);
    if (!found) continue;
    const shown = text.slice(0, found.index + found[0].length);
    return shown === text ? shown : shown + STARS;
  }
  return text === "" ? "" : STARS;
}
