import { namesIn } from "@bandeng/domain";
import { formatFor } from "../words/format.ts";
import { PaperSheet } from "./PaperSheet.tsx";
import type { FeeStatement } from "./statement.ts";

const names = namesIn("zh");
const format = formatFor("zh");

/** 费用分摊公示表, or after the final account 费用决算公示表: rooms, amounts, no names. Nothing stands on it that the server's statement does not hold. */
export default function StatementSheet({ statement: s, onPrinted }: { statement: FeeStatement; onPrinted: () => void }) {
  const publicity = s.final?.publicity ?? s.publicity;
  return (
    <PaperSheet onPrinted={onPrinted}>
      <article>
        <header>
          <h1>{s.final ? "费用决算公示表" : "费用分摊公示表"}</h1>
          <p>
            {s.title}（编号 {s.no}）
          </p>
          {publicity && (
            <p>
              公示期：{format.date(publicity.from)} 至 {format.date(publicity.until)}　地点：{publicity.place}
            </p>
          )}
        </header>
        <p>
          工程报价 {format.money(s.totalFen)}
          {s.funds.map(({ name, fen }) => `，其中${name}直接承担 ${format.money(fen)}（不计入收取）`).join("")}，住户分摊 {format.money(s.toShareFen)}。
        </p>
        <p>
          分摊方法：{names.costMethod[s.method]}。{s.basis}
        </p>
        <table>
          <thead>
            <tr>
              <th>户</th>
              <th className="fen">应分摊</th>
              <th className="fen">已承担</th>
              <th>缴费情况</th>
              {s.final && <th className="fen">应退</th>}
            </tr>
          </thead>
          <tbody>
            {s.rows.map((row, i) => (
              <tr key={i}>
                <td>{row.room}</td>
                <td className="fen">{format.money(row.shareFen)}</td>
                <td className="fen">{row.paidFen > 0 ? format.money(row.paidFen) : "–"}</td>
                <td>{names.shareState[row.state]}</td>
                {s.final && <td className="fen">{row.refundFen > 0 ? format.money(row.refundFen) : "–"}</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th>合计</th>
              <td className="fen">{format.money(s.rows.reduce((sum, { shareFen }) => sum + shareFen, 0))}</td>
              <td className="fen">{format.money(s.paidFen)}</td>
              <td />
              {s.final && <td className="fen">{format.money(s.rows.reduce((sum, { refundFen }) => sum + refundFen, 0))}</td>}
            </tr>
          </tfoot>
        </table>
        {s.final && (
          <p>
            决算 {format.money(s.final.totalFen)}，住户部分节余 {format.money(s.final.savedFen)}，按各户实际承担退还。
          </p>
        )}
        <p>
          收 {format.money(s.paidFen)} − 退 {format.money(s.refundedFen)} − 付 {format.money(s.paidOutFen)} = 余额 {format.money(s.balanceFen)}
          {s.openFen > 0 && `；未缴 ${format.money(s.openFen)}`}
        </p>
        <p>对本表有异议的，请在公示期内向居民委员会提出，我们逐条答复。</p>
        <footer>
          <div className="names">
            <div>
              公示日期：<span className="blank" />
            </div>
            <div>
              居民委员会（盖章）：<span className="blank" />
            </div>
          </div>
        </footer>
      </article>
    </PaperSheet>
  );
}
