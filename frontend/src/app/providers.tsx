import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ReactNode, useEffect } from "react";
import { language } from "@/locales/language";
import { useLargeText } from "./preferences";
import { theme } from "./theme";

const chinese = language() === "zh-CN";
dayjs.locale(chinese ? "zh-cn" : "en");

/** Looks and antd's own words, for everything inside the shell. */
export function Providers({ children }: { children: ReactNode }) {
  const [large] = useLargeText();
  useEffect(() => {
    document.documentElement.classList.toggle("large", large);
  }, [large]);
  return (
    <ConfigProvider
      locale={chinese ? zhCN : enUS}
      theme={theme(large)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp component={false} message={{ maxCount: 2 }}>
        {children}
      </AntApp>
    </ConfigProvider>
  );
}
