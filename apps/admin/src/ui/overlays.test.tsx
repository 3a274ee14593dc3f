import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { announce } from "./announce.ts";
import { Button } from "./Button.tsx";
import { ConfirmDialog, Dialog } from "./Dialog.tsx";
import { Drawer } from "./Drawer.tsx";
import { Menu } from "./Menu.tsx";
import { Popover } from "./Popover.tsx";
import { TextField } from "./TextField.tsx";
import { Toasts } from "./Toasts.tsx";
import { showToast, toastQueue } from "./toasts.ts";

afterEach(() => toastQueue.clear());

test("a menu opens by key, tells why an entry is not possible, and does not do it", async () => {
  const onAction = vi.fn();
  await render(
    <Menu
      label="办理"
      trigger={<Button>更多</Button>}
      onAction={onAction}
      groups={[
        {
          id: "level",
          label: "层级",
          entries: [
            { id: "up", label: "上一级", disabledReason: "只有网格长可以上报" },
            { id: "down", label: "下一级" },
          ],
        },
      ]}
    />,
  );
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  const blocked = page.getByRole("menuitem", { name: "上一级 只有网格长可以上报" });
  await expect.element(blocked).toHaveFocus();
  await expect.element(blocked).toHaveAttribute("aria-disabled", "true");
  await userEvent.keyboard("{Enter}");
  expect(onAction).not.toHaveBeenCalled();
  await expect.element(page.getByRole("menu", { name: "更多" })).toBeVisible();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onAction).toHaveBeenCalledExactlyOnceWith("down");
  await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: "更多" })).toHaveFocus();
});

function Opening({ kind }: { kind: "dialog" | "drawer" }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const field = <TextField label="理由" autoFocus />;
  return (
    <>
      <Button onPress={() => setOpen(true)}>打开</Button>
      {kind === "dialog" ? (
        <Dialog title="上报到社区" isOpen={isOpen} onClose={close}>
          {field}
        </Dialog>
      ) : (
        <Drawer title="上报到社区" isOpen={isOpen} onClose={close} footer={<Button>指派</Button>}>
          {field}
        </Drawer>
      )}
    </>
  );
}

test.each(["dialog", "drawer"] as const)("a %s takes the focus, keeps it, and gives it back", async (kind) => {
  await render(<Opening kind={kind} />);
  const opener = page.getByRole("button", { name: "打开" });
  await opener.click();
  await expect.element(page.getByRole("dialog", { name: "上报到社区" })).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "理由" })).toHaveFocus();
  for (let step = 0; step < 5; step++) {
    await userEvent.tab();
    expect(document.activeElement?.closest("[role=dialog]")).not.toBeNull();
  }
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test("a drawer fills the screen of a phone", async () => {
  await page.viewport(360, 740);
  await render(<Opening kind="drawer" />);
  await page.getByRole("button", { name: "打开" }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await vi.waitFor(() => {
    const box = page.getByRole("dialog").element().getBoundingClientRect();
    expect([box.left, box.width, box.height]).toEqual([0, 360, 740]);
  });
  await page.viewport(1440, 900);
});

test("a confirmation waits for what it started", async () => {
  let finish = () => {};
  const onClose = vi.fn();
  await render(
    <ConfirmDialog
      title="删除附件"
      isOpen
      onClose={onClose}
      confirmLabel="删除"
      isDangerous
      onConfirm={() => new Promise<void>((resolve) => (finish = resolve))}
    >
      删除后不能恢复。
    </ConfirmDialog>,
  );
  await expect.element(page.getByRole("alertdialog", { name: "删除附件" })).toBeVisible();
  await page.getByRole("button", { name: "删除" }).click();
  expect(onClose).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});

test("a popover hands its content the way to close it", async () => {
  await render(
    <Popover label="理由" trigger={<Button>退回</Button>}>
      {(close) => <Button onPress={close}>好</Button>}
    </Popover>,
  );
  await page.getByRole("button", { name: "退回" }).click();
  await expect.element(page.getByRole("dialog", { name: "理由" })).toBeVisible();
  await page.getByRole("button", { name: "好" }).click();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

test("a toast is an alert with a way back, and goes after its action", async () => {
  const onPress = vi.fn();
  await render(<Toasts />);
  showToast({ title: "已移到小区", action: { label: "撤销", onPress } });
  await expect.element(page.getByRole("region", { name: "通知" })).toBeVisible();
  await expect.element(page.getByRole("alert").getByText("已移到小区")).toBeVisible();
  await expect.element(page.getByText("10 秒内可以撤销")).toBeVisible();
  await page.getByRole("button", { name: "撤销" }).click();
  expect(onPress).toHaveBeenCalledOnce();
  await expect.element(page.getByText("已移到小区")).not.toBeInTheDocument();
});

test("a failure stays until it is closed, another notice goes by itself", async () => {
  await render(
    <>
      <p>看板</p>
      <Toasts />
    </>,
  );
  // Under the pointer a toast's clock stands still.
  await page.getByText("看板").hover();
  showToast({ title: "没有移动", tone: "bad" });
  showToast({ title: "已保存", seconds: 0.3 });
  await expect.element(page.getByText("没有移动")).toBeVisible();
  await expect.element(page.getByText("已保存")).not.toBeInTheDocument();
  await expect.element(page.getByText("没有移动")).toBeVisible();
  await page.getByRole("button", { name: "关闭" }).click();
  await expect.element(page.getByText("没有移动")).not.toBeInTheDocument();
});

test("an announcement stays readable while a dialog hides the page", async () => {
  announce("找到 12 件事项");
  await render(
    <Dialog title="对话框" isOpen onClose={() => undefined}>
      <p>正文</p>
    </Dialog>,
  );
  announce("找到 3 件事项");
  const region = page.getByText("找到 3 件事项").element().parentElement;
  expect(region?.getAttribute("aria-live")).toBe("polite");
  expect(region?.closest("[aria-hidden=true], [inert]")).toBeNull();
});
