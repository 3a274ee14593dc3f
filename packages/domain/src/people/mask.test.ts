import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskAddress, maskName, maskPhone, maskRoom } from "./mask.ts";

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((n) => String.fromCodePoint(n)).filter((letter) => letter !== "某");
const given = fc.string({ unit: han, minLength: 1, maxLength: 3 });
const digit = fc.constantFrom(..."0123456789");
const digits = (length: number) => fc.string({ unit: digit, minLength: length, maxLength: length });

describe("C34: a name", () => {
  it.each([
    ["楼海珍", "楼某"], ["武强", "武某"], ["欧阳锋", "欧阳某"], ["诸葛孔明", "诸葛某"], ["欧阳", "欧某"], ["楼", "某"], ["阿依古丽·买买提", "阿某"],
    ["John Smith", "J***"], ["Ó Briain", "Ó***"], ["X", "***"], ["", ""], ["   ", ""], [" 楼海珍 ", "楼某"], ["𠮷田", "𠮷某"], ["楼某", "楼某"], ["欧阳某", "欧阳某"], ["***", "***"],
  ])("%s becomes %s", (name, mask) => expect(maskName(name)).toBe(mask));
  it("tells nothing of the given name, and never contains it", () => {
    fc.assert(fc.property(fc.constantFrom("楼", "王", "欧阳", "司马", "赵"), given, given, (surname, one, other) => {
      expect(maskName(surname + one)).toBe(maskName(surname + other));
      if (![...one].some((letter) => surname.includes(letter))) for (const letter of one) expect(maskName(surname + one)).not.toContain(letter);
    }));
  });
  it("of any kind shows one letter more than stars at most, and a mask stays as it is", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (name) => {
      const mask = maskName(name);
      expect(maskName(mask)).toBe(mask);
      expect([...mask.replace(/(?:\*{3}|某)$/, "")].length).toBeLessThanOrEqual(2);
      if (name.trim() !== "" && !/[某*]/.test(name)) expect(mask).not.toContain(name.trim());
    }));
  });
});

describe("C34: a phone", () => {
  it.each([
    ["13800138000", "138****8000"], ["138 0013 8000", "138****8000"], ["+86 138-0013-8000", "138****8000"], ["008613800138000", "138****8000"], ["１３８００１３８０００", "138****8000"],
    ["0556-5123456", "0556****456"], ["05565123456", "0556****456"], ["010-65123456", "010****456"], ["021 5123 4567", "021****567"], ["+86 556 5123456", "****456"],
    ["5123456", "****456"], ["+1 415 555 2671", "****671"], ["12345", "****"], ["110", "****"], ["无", "****"], ["", ""], ["138****8000", "138****8000"], ["13800138000*", "138****8000"],
  ])("%s becomes %s", (phone, mask) => expect(maskPhone(phone)).toBe(mask));
  it("that is mobile shows the first three and the last four digits and nothing of those between", () => {
    fc.assert(fc.property(digits(2), digits(4), digits(4), digits(4), (first, one, other, last) => {
      const mask = maskPhone(`1${first}${one}${last}`);
      expect(mask).toBe(`1${first}****${last}`);
      expect(maskPhone(`1${first}${other}${last}`)).toBe(mask);
    }));
  });
  it("of any kind hides four digits at least, or all it has", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 -+()"), maxLength: 20 }), (phone) => {
      const count = (text: string) => text.replaceAll(/\D/g, "").length;
      const mask = maskPhone(phone);
      expect(count(mask)).toBeLessThanOrEqual(Math.max(0, count(phone) - 4));
      if (phone.trim() !== "") expect(mask).toContain("****");
      expect(maskPhone(mask)).toBe(mask);
    }));
  });
});

describe("C34: a room and an address", () => {
  it.each([["3单元502", "3单元***"], ["502", "***"], ["302室", "***"], ["3单元", "3单元"], ["二单元五零二", "二单元***"], ["", ""], ["3单元***", "3单元***"]])("room %s becomes %s", (room, mask) =>
    expect(maskRoom(room)).toBe(mask));
  it.each([
    ["锡麟街25号3单元502", "锡麟街25号3单元***"], ["锡麟街25号502", "锡麟街25号***"], ["锡麟街25号", "锡麟街25号"], ["曹家巷小区3号楼502室", "曹家巷小区3号楼***"],
    ["鼓楼街25号3单元502", "鼓楼街25号3单元***"], ["曹家巷小区3号楼5楼502", "曹家巷小区3号楼***"], ["吴越花园2幢1单元1102", "吴越花园2幢1单元***"], ["3号院2号楼301", "3号院2号楼***"], ["龙门502", "***"], ["", ""],
  ])("address %s becomes %s", (address, mask) => expect(maskAddress(address)).toBe(mask));
  it("tells nothing of what stands behind the unit", () => {
    const room = fc.string({ unit: fc.constantFrom(..."0123456789室号东西-零五"), minLength: 1, maxLength: 6 });
    fc.assert(fc.property(room, room, fc.nat(9), (one, other, unit) => {
      expect(maskRoom(`${unit}单元${one}`)).toBe(maskRoom(`${unit}单元${other}`));
      expect(maskRoom(one)).toBe("***");
      expect(maskAddress(`锡麟街25号${unit}单元${one}`)).toBe(`锡麟街25号${unit}单元***`);
      expect(maskAddress(maskAddress(`3号楼${one}`))).toBe("3号楼***");
    }));
  });
});
