import { namesIn } from "@bandeng/domain";
import type { CostShownFragment } from "../graphql/graphql.ts";
import { formatFor } from "../words/format.ts";
import { costsWords as w } from "../words/zh/costs.ts";
import { doorsOf } from "./doors.ts";
import { PaperSheet } from "./PaperSheet.tsx";

const names = namesIn("zh");
const format = formatFor("zh");

/** 上门收缴清单: the same order as on the phone, with room to write and to sign. */
export default function DoorListSheet({ plan, onPrinted }: { plan: CostShownFragment; onPrinted: () => void }) {
  return (
    <PaperSheet onPrinted={onPrinted}>
      <article>
        <header>
          <h1>上门收缴清单</h1>
          <p>
            {plan.title}（编号 {plan.no}）　{names.costMethod[plan.method]}
          </p>
        </header>
        {doorsOf(plan).map((group) => (
          <section key={group.id}>
            <h2>
              {group.building} {group.unitNo === null ? w.street : w.unit(group.unitNo)}
            </h2>
            <table className="doors">
              <thead>
                <tr>
                  <th>楼层</th>
                  <th>室号</th>
                  <th className="fen">应缴</th>
                  <th>情况</th>
                  <th>收据号</th>
                  <th>方式</th>
                  <th>签名</th>
                </tr>
              </thead>
              <tbody>
                {group.floors.flatMap(({ floor, doors }) =>
                  doors.map(({ share, bears, owedFen }) => (
                    <tr key={share.household.id}>
                      <td>{w.floor(floor)}</td>
                      <td>{share.household.room}</td>
                      <td className="fen">{format.money(owedFen > 0 ? owedFen : share.shareFen)}</td>
                      <td>
                        {names.shareState[share.state]}
                        {bears.length > 0 && `（含代 ${bears.map(({ household }) => household.room).join("、")}）`}
                      </td>
                      <td style={{ width: "28mm" }}>{plan.receipts.findLast(({ household, voidedAt }) => household.id === share.household.id && !voidedAt)?.no}</td>
                      <td style={{ width: "20mm" }} />
                      <td style={{ width: "30mm" }} />
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </section>
        ))}
        <footer>
          <div className="names">
            <div>
              收款人：<span className="blank" />
            </div>
            <div>
              日期：<span className="blank" />
            </div>
          </div>
        </footer>
      </article>
    </PaperSheet>
  );
}
