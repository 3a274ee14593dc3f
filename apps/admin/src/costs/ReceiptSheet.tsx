import { namesIn } from "@bandeng/domain";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { formatFor } from "../words/format.ts";
import { costsWords as w } from "../words/zh/costs.ts";
import { capitalsOf } from "./capitals.ts";
import { doorOf } from "./cost-text.ts";
import { PaperSheet } from "./PaperSheet.tsx";

const names = namesIn("zh");
const format = formatFor("zh");

interface ReceiptSheetProps {
  plan: CostShownFragment;
  receipt: CostShownFragment["receipts"][number];
  onPrinted: () => void;
}

/** 收据: the household's part and the counterfoil, the amount in figures and in capitals. */
export default function ReceiptSheet({ plan, receipt, onPrinted }: ReceiptSheetProps) {
  return (
    <PaperSheet onPrinted={onPrinted}>
      {["交款户联", "存根联"].map((part) => (
        <article key={part} className="receipt">
          <header>
            <h1>收款收据</h1>
            <p>
              编号：{receipt.no}　{part}
            </p>
          </header>
          <table>
            <tbody>
              <tr>
                <th>交款户</th>
                <td>{doorOf(receipt.payer, w)}</td>
                <th>日期</th>
                <td>{format.date(receipt.at)}</td>
              </tr>
              <tr>
                <th>事由</th>
                <td colSpan={3}>
                  {plan.title}（费用分摊 {plan.no}）{receipt.payer.id !== receipt.household.id && `，承担${doorOf(receipt.household, w)}应交部分`}
                </td>
              </tr>
              <tr>
                <th>人民币（大写）</th>
                <td>{capitalsOf(receipt.fen)}</td>
                <th>小写</th>
                <td className="fen">{format.money(receipt.fen)}</td>
              </tr>
              <tr>
                <th>方式</th>
                <td>{names.payMethod[receipt.method]}</td>
                <th>分摊方法</th>
                <td>{names.costMethod[plan.method]}</td>
              </tr>
            </tbody>
          </table>
          <div className="names">
            <div>
              收款人：{receipt.collector?.name ?? ""} <span className="blank" />
            </div>
            <div>
              交款人（签名）：<span className="blank" />
            </div>
          </div>
        </article>
      ))}
    </PaperSheet>
  );
}
