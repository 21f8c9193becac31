import { fireEvent, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import type { Attachment } from "@/api/types";
import { countyAnswers } from "@/testing/county";
import { show } from "@/testing/render";
import { application } from "@/testing/samples";
import { problem, server } from "@/testing/server";
import { sizeText } from "./AttachmentList";
import { AttachmentsField } from "./AttachmentsField";

const stored: Attachment = {
  id: 3,
  kind: "basis",
  kind_label: "依据文本",
  name: "a.pdf",
  type: "application/pdf",
  size: 1536,
};
let files: Attachment[];
let sent: { kind: string; not_secret: string }[];

beforeEach(() => {
  countyAnswers();
  files = [];
  sent = [];
  server.use(
    http.get("*/api/applications/7/attachments", () => HttpResponse.json(files)),
    http.post("*/api/applications/7/attachments", async ({ request }) => {
      const body = await request.text();
      const part = (name: string) =>
        new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(body)?.[1] ?? "";
      sent.push({ kind: part("kind"), not_secret: part("not_secret") });
      if (body.includes("bad.pdf")) {
        return problem(422, "not_a_pdf", "文件内容不是 PDF", { field: "file" });
      }
      files = [stored];
      return HttpResponse.json(files[0], { status: 201 });
    }),
    http.post("*/api/attachments/3/remove", () => {
      files = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

const pdf = (name: string) => new File(["%PDF-1.7"], name, { type: "application/pdf" });
const choose = async (...chosen: File[]) => {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("no place for files");
  fireEvent.change(input, { target: { files: chosen } });
};

test("files can be chosen once it is said that they hold no secret; each is told of by itself", async () => {
  const { user } = show(<AttachmentsField application={application} />);
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "选择文件" });
  expect(button.disabled).toBe(true);
  await user.click(screen.getByRole("checkbox", { name: "所选文件不涉及国家秘密" }));
  await waitFor(() => expect(button.disabled).toBe(false));
  await choose(pdf("a.pdf"), pdf("bad.pdf"));
  expect(await screen.findByText("已上传 a.pdf")).toBeTruthy();
  expect(await screen.findByText("bad.pdf：文件内容不是 PDF")).toBeTruthy();
  expect(sent).toEqual([
    { kind: "request", not_secret: "true" },
    { kind: "request", not_secret: "true" },
  ]);
  const link = await screen.findByRole("link", { name: "a.pdf" });
  expect(link.getAttribute("href")).toBe("/api/attachments/3/file");
  expect(link.hasAttribute("download")).toBe(true);
});

test("a file is taken out again after one more question", async () => {
  files = [stored];
  const { user } = show(<AttachmentsField application={application} />);
  await user.click(await screen.findByRole("button", { name: "删除 a.pdf" }));
  expect(await screen.findByText("确定移除“a.pdf”吗？")).toBeTruthy();
  const buttons = await screen.findAllByRole("button", { name: "删除" });
  await user.click(buttons.at(-1) as HTMLElement);
  expect(await screen.findByText("尚未上传附件")).toBeTruthy();
});

test("sizes are read as people read them", () => {
  expect([0, 900, 1536, 26_000, 10_485_760].map(sizeText)).toEqual([
    "0 B",
    "900 B",
    "1.5 KB",
    "25 KB",
    "10 MB",
  ]);
});
