import { namesIn, type PayMethod, payMethods } from "@bandeng/domain";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { useLanguage } from "../words/useWords.tsx";

/** 微信 · 支付宝 · 现金 · 银行转账, each under a thumb. */
export function PayMethodChoice({ label, value, onChange }: { label: string; value: PayMethod; onChange: (method: PayMethod) => void }) {
  const { language } = useLanguage();
  const names = namesIn(language).payMethod;
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden="true" className="font-medium">
        {label}
      </span>
      <SegmentedControl<PayMethod> label={label} value={value} onChange={onChange} segments={payMethods.map((id) => ({ id, label: names[id] }))} className="w-full" />
    </div>
  );
}
