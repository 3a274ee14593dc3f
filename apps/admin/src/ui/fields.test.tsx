import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { LanguageProvider } from "../words/useWords.tsx";
import { CheckBox } from "./CheckBox.tsx";
import { ComboBox } from "./ComboBox.tsx";
import { DateField } from "./DateField.tsx";
import { MultiSelect } from "./MultiSelect.tsx";
import { NumberField } from "./NumberField.tsx";
import { RadioGroup } from "./RadioGroup.tsx";
import { SearchField } from "./SearchField.tsx";
import { SegmentedControl } from "./SegmentedControl.tsx";
import { Select } from "./Select.tsx";
import { Switch } from "./Switch.tsx";
import { TagList } from "./TagList.tsx";
import { TextField } from "./TextField.tsx";

const places = [
  { id: "a", label: "曹家巷 12 号楼", search: "cjx caojiaxiang" },
  { id: "b", label: "锡麟街 25 号", search: "xlj xilinjie" },
  { id: "c", label: "天后宫路 8 号", search: "thgl" },
];

test("a field tells its help and what is wrong with it", async () => {
  await render(<TextField label="标题" description="一句话" error="请写标题" isRequired />);
  const field = page.getByRole("textbox", { name: "标题" });
  await expect.element(field).toBeInvalid();
  await expect.element(field).toHaveAccessibleDescription("一句话 请写标题");
});

test("a search is cleared by Escape and by its cross", async () => {
  const onChange = vi.fn();
  await render(<SearchField label="查找事项" defaultValue="漏水" onChange={onChange} />);
  const field = page.getByRole("searchbox", { name: "查找事项" });
  await field.click();
  await userEvent.keyboard("{Escape}");
  await expect.element(field).toHaveValue("");
  await field.fill("噪音");
  await page.getByRole("button", { name: "清除查找事项" }).click();
  expect(onChange).toHaveBeenLastCalledWith("");
});

test("a select is worked by keys alone", async () => {
  const onChange = vi.fn();
  await render(<Select label="楼栋" items={places} value={null} onChange={onChange} />);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(onChange).toHaveBeenCalledExactlyOnceWith("b");
});

test("a combo box finds by label and by pinyin", async () => {
  function Found() {
    const [value, setValue] = useState<string | null>(null);
    return (
      <>
        <ComboBox label="楼栋" items={places} value={value} onChange={setValue} />
        <output>{value}</output>
      </>
    );
  }
  await render(<Found />);
  const field = page.getByRole("combobox", { name: "楼栋" });
  await field.fill("xilin");
  const option = page.getByRole("option", { name: "锡麟街 25 号" });
  await expect.element(option).toBeVisible();
  expect(page.getByRole("option").elements()).toHaveLength(1);
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(field).toHaveAttribute("aria-activedescendant", option.element().id);
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("status")).toHaveTextContent("b");
  await expect.element(field).toHaveValue("锡麟街 25 号");
});

test("a combo box shows what was found elsewhere, and says when nothing was", async () => {
  function Found() {
    const [input, setInput] = useState("");
    const [value, setValue] = useState<string | null>(null);
    return (
      <ComboBox
        label="楼栋"
        items={input === "thg" ? places.slice(2) : []}
        value={value}
        onChange={setValue}
        inputValue={input}
        onInputChange={setInput}
      />
    );
  }
  await render(<Found />);
  const field = page.getByRole("combobox", { name: "楼栋" });
  await field.fill("zzz");
  await expect.element(page.getByText("没有符合的选项")).toBeVisible();
  await field.fill("thg");
  await page.getByRole("option", { name: "天后宫路 8 号" }).click();
  await expect.element(field).toHaveValue("天后宫路 8 号");
});

test("several are chosen, found by pinyin, counted, and taken out one by one", async () => {
  function Several() {
    const [value, setValue] = useState<string[]>(["a"]);
    return (
      <>
        <MultiSelect label="小区" items={places} value={value} onChange={setValue} isSearchable />
        <TagList
          label="筛选条件"
          tags={places.filter((one) => value.includes(one.id))}
          onRemove={(id) => setValue(value.filter((one) => one !== id))}
        />
      </>
    );
  }
  await render(<Several />);
  const button = page.getByRole("button", { name: /小区/ });
  await expect.element(button).toHaveTextContent("曹家巷 12 号楼");
  await button.click();
  await page.getByRole("searchbox").fill("thgl");
  await page.getByRole("option", { name: "天后宫路 8 号" }).click();
  await userEvent.keyboard("{Escape}{Escape}");
  await expect.element(button).toHaveTextContent("已选 2 项");
  await page.getByRole("button", { name: "删除 曹家巷 12 号楼" }).click();
  await expect.element(button).toHaveTextContent("天后宫路 8 号");
});

test("a day is typed in the language of the page and handed on as a calendar day", async () => {
  const onChange = vi.fn();
  await render(
    <LanguageProvider language="zh">
      <DateField label="现场日期" value="2024-08-26" onChange={onChange} />
    </LanguageProvider>,
  );
  await page.getByRole("spinbutton").nth(2).click();
  await userEvent.keyboard("{ArrowUp}");
  expect(onChange).toHaveBeenLastCalledWith("2024-08-27");
  await page.getByRole("button", { name: /日历/ }).click();
  await expect.element(page.getByRole("heading", { name: "2024年8月" })).toBeVisible();
  await page.getByRole("button", { name: /2024年8月30日/ }).click();
  expect(onChange).toHaveBeenLastCalledWith("2024-08-30");
});

test("a number is stepped and kept above its least", async () => {
  const onChange = vi.fn();
  await render(<NumberField label="户数" defaultValue={1} minValue={0} onChange={onChange} />);
  await page.getByRole("textbox", { name: "户数" }).click();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(onChange).toHaveBeenLastCalledWith(0);
});

test("radios, segments, boxes and switches tell what is chosen", async () => {
  function Chosen() {
    const [kind, setKind] = useState<"a" | "b" | null>(null);
    const [view, setView] = useState<"board" | "list">("board");
    return (
      <>
        <RadioGroup
          label="类别"
          value={kind}
          onChange={setKind}
          choices={[
            { id: "a", label: "意见" },
            { id: "b", label: "难题" },
          ]}
        />
        <SegmentedControl
          label="视图"
          value={view}
          onChange={setView}
          segments={[
            { id: "board", label: "看板" },
            { id: "list", label: "列表" },
          ]}
        />
        <CheckBox>只看超时</CheckBox>
        <Switch label="短信通知" />
      </>
    );
  }
  await render(<Chosen />);
  await page.getByText("难题").click();
  await expect.element(page.getByRole("radio", { name: "难题" })).toBeChecked();
  const list = page.getByRole("radiogroup", { name: "视图" }).getByRole("radio", { name: "列表" });
  await list.click();
  await expect.element(list).toHaveAttribute("aria-checked", "true");
  await list.click();
  await expect.element(list).toHaveAttribute("aria-checked", "true");
  await page.getByText("只看超时").click();
  await expect.element(page.getByRole("checkbox", { name: "只看超时" })).toBeChecked();
  await page.getByText("短信通知").click();
  await expect.element(page.getByRole("switch", { name: "短信通知" })).toBeChecked();
});
