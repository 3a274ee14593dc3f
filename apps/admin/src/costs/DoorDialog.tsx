import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { announce } from "../ui/announce.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { blockOf, type CostTask } from "./cost-task.ts";
import { doorNamesOf, type Share } from "./cost-text.ts";
import { words } from "./costs-words.ts";
import type { Door } from "./doors.ts";
import { PrintReceipt } from "./PrintReceipt.tsx";
import { ReceiptForm } from "./ReceiptForm.tsx";
import { RefusalForm } from "./WordForms.tsx";

interface DoorDialogProps {
  door: Door;
  plan: CostShownFragment;
  onDone: () => void;
  onClose: () => void;
}

/** At one door: what it owes for itself and for others, the receipt or the no, and what it was given before. */
export default function DoorDialog({ door, plan, onDone, onClose }: DoorDialogProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const name = doorNamesOf(plan, w);
  const { share } = door;
  const mine: readonly Share[] = [share, ...door.bears];
  const open = mine.filter((one) => one.owedFen > 0 && (one.bearer == null || one.bearer.id === share.household.id));
  const [about, setAbout] = useState(open[0]?.household.id ?? share.household.id);
  const [act, setAct] = useState<"recordReceipt" | "recordRefusal">("recordReceipt");
  const chosen = mine.find(({ household }) => household.id === about) ?? share;
  const action = chosen.state === "DUE" ? act : "recordReceipt";
  const blocked = blockOf(plan)(action);
  const task: CostTask = { action, about };
  const given = plan.receipts.filter(({ payer, voidedAt }) => payer.id === share.household.id && !voidedAt);
  const done = () => {
    announce(w.done(names.costAction[action]));
    onDone();
  };
  const Form = action === "recordReceipt" ? ReceiptForm : RefusalForm;
  return (
    <Dialog title={name(share.household)} isOpen onClose={onClose}>
      <div className="flex flex-col gap-3">
        {share.state === "REFUSED" && (
          <p className="flex items-start gap-2 rounded-one bg-bad-soft p-2 text-bad">
            <Icon name="blocked" className="mt-0.5" />
            {w.refusedBefore(share.refusedReason ?? "")}
          </p>
        )}
        {share.state === "WAIVED" && <p className="rounded-one bg-sunken p-2">{w.borneBy(share.bearer ? name(share.bearer) : (share.bearerFund ?? ""))}</p>}
        {open.length > 1 && (
          <SegmentedControl label={w.whichShare} value={about} onChange={setAbout} segments={open.map(({ household }) => ({ id: household.id, label: household.id === share.household.id ? w.ownShare : w.shareFor(name(household)) }))} className="w-full" />
        )}
        {given.length > 0 && (
          <ul aria-label={w.receipts} className="flex flex-col gap-1">
            {given.map((receipt) => (
              <li key={receipt.id} className="flex flex-wrap items-center gap-2">
                <Icon name="check" size="small" className="text-good" />
                <span className="min-w-0 flex-1 tabular-nums">
                  {receipt.no} · {format.money(receipt.fen)} · {names.payMethod[receipt.method]}
                </span>
                <PrintReceipt plan={plan} receipt={receipt} />
              </li>
            ))}
          </ul>
        )}
        {open.length > 0 &&
          (blocked === undefined ? (
            <>
              {chosen.state === "DUE" && (
                <SegmentedControl
                  label={w.atTheDoor}
                  value={action}
                  onChange={setAct}
                  segments={[
                    { id: "recordReceipt", label: names.costAction.recordReceipt, icon: "coin" },
                    { id: "recordRefusal", label: names.costAction.recordRefusal, icon: "blocked" },
                  ]}
                  className="w-full"
                />
              )}
              <Form key={`${action} ${about}`} task={task} plan={plan} onDone={done} onClose={onClose} />
            </>
          ) : (
            <p className="flex items-start gap-2 rounded-one bg-sunken p-3">
              <Icon name="lock" className="mt-0.5 text-ink-soft" />
              {blocked}
            </p>
          ))}
        {open.length === 0 && share.state === "PAID" && <p className="flex items-center gap-2 text-good"><Icon name="done" />{w.doorPaid}</p>}
      </div>
    </Dialog>
  );
}
