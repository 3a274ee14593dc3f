import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Button } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";

test("a button is pressed by mouse, Enter and space", async () => {
  const onPress = vi.fn();
  await render(<Button onPress={onPress}>保存</Button>);
  await page.getByRole("button", { name: "保存" }).click();
  await userEvent.keyboard("{Enter} ");
  expect(onPress).toHaveBeenCalledTimes(3);
});

test("a blocked button keeps its place in the tab order, says why, and does nothing", async () => {
  const onPress = vi.fn();
  const onSubmit = vi.fn((event: React.SyntheticEvent) => event.preventDefault());
  await render(
    <form onSubmit={onSubmit}>
      <Button type="submit" onPress={onPress} disabledReason="只有网格长可以上报">
        上报
      </Button>
    </form>,
  );
  const button = page.getByRole("button", { name: "上报" });
  await expect.element(button).toHaveAttribute("aria-disabled", "true");
  await expect.element(button).not.toHaveAttribute("disabled");
  await expect.element(button).toHaveAccessibleDescription("暂不可用：只有网格长可以上报");

  await userEvent.tab();
  await expect.element(button).toHaveFocus();
  await expect.element(page.getByRole("tooltip", { name: "只有网格长可以上报" })).toBeVisible();
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("tooltip")).not.toBeInTheDocument();

  // A finger has no hover: pressing shows the reason.
  await button.click({ force: true });
  await expect.element(page.getByRole("tooltip", { name: "只有网格长可以上报" })).toBeVisible();
  expect(onPress).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
});

test("an icon button has its label as name and tooltip, and tells whether it is on", async () => {
  await render(<IconButton icon="star" label="收藏" isOn />);
  const button = page.getByRole("button", { name: "收藏" });
  await expect.element(button).toHaveAttribute("aria-pressed", "true");
  await userEvent.tab();
  await expect.element(page.getByRole("tooltip", { name: "收藏" })).toBeVisible();
});

test("nothing to hit is smaller than 24 px at a desk and 44 px on a phone", async () => {
  await render(
    <>
      <Button size="small">撤销</Button>
      <IconButton icon="close" label="关闭" size="small" />
      <Button>保存</Button>
    </>,
  );
  const smallest = () =>
    Math.min(...[...document.querySelectorAll("button")].flatMap((one) => [one.getBoundingClientRect().width, one.getBoundingClientRect().height]));
  await page.viewport(1440, 900);
  expect(smallest()).toBeGreaterThanOrEqual(24);
  await page.viewport(360, 740);
  expect(smallest()).toBeGreaterThanOrEqual(44);
  await page.viewport(1440, 900);
  document.documentElement.dataset["size"] = "large";
  expect(smallest()).toBeGreaterThanOrEqual(44);
  delete document.documentElement.dataset["size"];
});
