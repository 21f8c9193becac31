import { useTranslation } from "react-i18next";

/** The paper itself in the page, where the browser can show it; always with a link beside. */
export function PdfView({ href, title }: { href: string; title: string }) {
  const { t } = useTranslation();
  return (
    <div data-testid="pdf">
      {/* The frame has its size before the paper is here: nothing below it moves when it arrives. */}
      <div className="pdf">
        <object data={`${href}#view=FitH&navpanes=0`} type="application/pdf" aria-label={title}>
          <p>{t("detail.pdfHint")}</p>
        </object>
      </div>
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          {t("common.pair", { label: t("detail.openPdf"), value: title })}
        </a>
      </p>
    </div>
  );
}
