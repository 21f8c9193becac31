import { CopyOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { county } from "@/api/client";
import { Panel } from "@/ui/DetailPage";
import { Fault } from "@/ui/Fault";
import { useOnce } from "@/ui/useOnce";

/** A link for a calendar program. It is shown once: whoever has it reads the deadlines without logging in. */
export function FeedPanel() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const renewing = useMutation({
    mutationFn: async () => (await county.POST("/api/clocks/feed")).data,
  });
  const renewOnce = useOnce(renewing.mutateAsync);
  const field = useRef<HTMLSpanElement>(null);
  const link = renewing.data && new URL(renewing.data.path, window.location.origin).href;
  const copy = async (address: string) => {
    const input = field.current?.querySelector("input");
    input?.select();
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // Old browsers, and pages that came without HTTPS, have no clipboard of that kind.
      if (!input || !document.execCommand("copy")) {
        message.info(t("deadlines.selected"));
        return;
      }
    }
    message.success(t("deadlines.copied"));
  };
  return (
    <Panel title={t("deadlines.feed")}>
      <p>{t("deadlines.feedHint")}</p>
      <p className="muted">{t("deadlines.feedCare")}</p>
      <Fault error={renewing.error} />
      {link && (
        <p className="copyline">
          <span ref={field}>
            <Input readOnly value={link} aria-label={t("deadlines.link")} />
          </span>
          <Button icon={<CopyOutlined />} onClick={() => void copy(link)}>
            {t("deadlines.copy")}
          </Button>
        </p>
      )}
      <Button loading={renewing.isPending} data-testid="feed" onClick={() => renewOnce(undefined)}>
        {t(link ? "deadlines.renew" : "deadlines.make")}
      </Button>
    </Panel>
  );
}
