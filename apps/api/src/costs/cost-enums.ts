import { costActionNames, costMethods, costStates, payMethods, shareStates } from "@bandeng/domain";
import { enumOf } from "../cases/case-enums.ts";

export const CostStateEnum = enumOf("CostState", costStates, "DRAFT 拟定 → PUBLICISED 公示 → COLLECTING 收缴 → SETTLED 已结清; or CANCELLED 已取消.");
export const CostMethodEnum = enumOf("CostMethod", costMethods, "AREA: by exclusive floor area, the law's default. HOUSEHOLD: in equal parts. STACK: in equal parts among those above each other and the unit's shops. CUSTOM: amounts that were agreed on. All but AREA need a resolution.");
export const PayMethodEnum = enumOf("PayMethod", payMethods, "How money came or went back: WECHAT 微信, ALIPAY 支付宝, CASH 现金, BANK 银行转账.");
export const ShareStateEnum = enumOf("ShareState", shareStates, "DUE 待缴, PAID 已缴, REFUSED 拒缴 (may still pay), WAIVED 由他人承担.");
export const CostActionEnum = enumOf("CostAction", costActionNames, "Everything that can be done about costs; the rows of the table of cost plans. openCosts is done to a case.");
export const BillingSubjectEnum = enumOf("BillingSubject", ["WORK", "MEDIATION"] as const, "What is to be billed. MEDIATION is always refused: people's mediation is free (People's Mediation Law, art. 4).");
